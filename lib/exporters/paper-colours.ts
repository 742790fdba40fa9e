import { ownAccentColour } from "@/lib/schemas/house-style";
import type { SeriesStyle } from "@/lib/views/types";

/** The light tokens of the screen: print is always light. A test holds them equal. */
export const paperColours = {
  surface: "#FFFFFF",
  sunken: "#EDF1F2",
  line: "#DFE5E8",
  "line-strong": "#C3CDD2",
  control: "#7C8B95",
  ink: "#0F1D26",
  "ink-2": "#3F4F5A",
  "ink-3": "#5A6872",
  accent: ownAccentColour,
  warn: "#8A5300",
  api: "#7D2B77",
  "api-soft": "#F6EAF5",
  cloud: "#1A67CB",
  "cloud-soft": "#E7F0FC",
  onprem: "#9E5A0A",
  "onprem-soft": "#FBF0E2",
  edge: "#155B41",
  "edge-soft": "#E4F1EB",
  portfolio: "#1D2A33",
  "portfolio-soft": "#E9EDF0",
} as const;

const hues = {
  api: "api",
  cloud: "cloud",
  "on-premises": "onprem",
  edge: "edge",
  portfolio: "portfolio",
} as const;

export function paperHue({ kind, nthOfKind }: Omit<SeriesStyle, "texture">): string {
  if (kind !== null) return paperColours[hues[kind]];
  return nthOfKind === 0 ? paperColours.ink : paperColours["line-strong"];
}

export function softPaperHue({ kind }: SeriesStyle): string {
  return kind === null ? paperColours.line : paperColours[`${hues[kind]}-soft`];
}
