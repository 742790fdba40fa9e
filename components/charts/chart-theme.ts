import type { SeriesStyle } from "@/lib/views/types";

/** Colours of a canvas, read from the tokens once for each theme. */
export type ChartTheme = {
  readonly surface: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly control: string;
  readonly kinds: Readonly<Record<"api" | "cloud" | "on-premises" | "edge" | "portfolio", string>>;
  readonly softKinds: ChartTheme["kinds"];
  readonly fontFamily: string;
};

export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--ll-${name}`).trim();
  const kinds = (suffix: string) => ({
    api: token(`api${suffix}`),
    cloud: token(`cloud${suffix}`),
    "on-premises": token(`onprem${suffix}`),
    edge: token(`edge${suffix}`),
    portfolio: token(`portfolio${suffix}`),
  });
  return {
    surface: token("surface"),
    ink: token("ink"),
    ink2: token("ink-2"),
    ink3: token("ink-3"),
    line: token("line"),
    lineStrong: token("line-strong"),
    control: token("control"),
    kinds: kinds(""),
    softKinds: kinds("-soft"),
    fontFamily: style.fontFamily || "sans-serif",
  };
}

export function hueOf(style: SeriesStyle, theme: ChartTheme): string {
  if (style.kind !== null) return theme.kinds[style.kind];
  return style.nthOfKind === 0 ? theme.ink : theme.lineStrong;
}

export function softHueOf(style: SeriesStyle, theme: ChartTheme): string {
  return style.kind === null ? theme.line : theme.softKinds[style.kind];
}

/** Calls back when the theme is switched or the system's contrast mode changes. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme", "class"] });
  const forced = window.matchMedia("(forced-colors: active)");
  forced.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    forced.removeEventListener("change", changed);
  };
}
