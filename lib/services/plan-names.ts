const longestName = 80;

/** "Claims", then "Claims (2)", "Claims (3)": cut to fit, and never through the middle of a character. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let nth = 2; ; nth++) {
    const ending = ` (${nth})`;
    const next = `${cut(stem, longestName - ending.length)}${ending}`;
    if (!taken.has(next)) return next;
  }
}

function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/\p{Surrogate}$/u, "")
    .trimEnd();
}
