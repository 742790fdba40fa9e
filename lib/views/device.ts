const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\/(\d+)/, "Edge"],
  [/\bOPR\/(\d+)/, "Opera"],
  [/\bSamsungBrowser\/(\d+)/, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, "Firefox"],
  [/\b(?:Headless)?Chrom(?:e|ium)\/(\d+)|\bCriOS\/(\d+)/, "Chrome"],
  [/\bVersion\/(\d+)\S* (?:Mobile\/\S+ )?Safari\//, "Safari"],
];

/** The first that fits: an Android says Linux too, and an iPhone says Mac OS X. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/**
 * "Firefox 140 on Linux": what a browser says of itself, which it need not say truly. Only names that stand
 * there are named, and no version of a system: browsers have stopped telling it.
 */
export function deviceText(userAgent: string | null): string {
  if (!userAgent) return "Unknown device";
  const browser = browsers
    .map(([pattern, name]) => ({ name, found: pattern.exec(userAgent) }))
    .find(({ found }) => found);
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  const version = browser?.found?.[1] ?? browser?.found?.[2];
  if (browser) return [`${browser.name} ${version}`, system].filter(Boolean).join(" on ");
  const program = /^[A-Za-z][\w.-]{0,39}(?=\/|$)/.exec(userAgent)?.[0];
  if (program && program !== "Mozilla") return `${program}, not a browser`;
  return system ? `Unknown browser on ${system}` : "Unknown device";
}
