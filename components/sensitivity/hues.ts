import type { SeriesStyle } from "@/lib/views/types";

type Hue = {
  readonly fill: string;
  readonly soft: string;
  readonly text: string;
  readonly bar: string;
};

const hues: Readonly<Record<string, Hue>> = {
  api: { fill: "fill-api", soft: "fill-api-soft", text: "text-api", bar: "bg-api" },
  cloud: { fill: "fill-cloud", soft: "fill-cloud-soft", text: "text-cloud", bar: "bg-cloud" },
  "on-premises": {
    fill: "fill-onprem",
    soft: "fill-onprem-soft",
    text: "text-onprem",
    bar: "bg-onprem",
  },
  edge: { fill: "fill-edge", soft: "fill-edge-soft", text: "text-edge", bar: "bg-edge" },
  portfolio: {
    fill: "fill-portfolio",
    soft: "fill-portfolio-soft",
    text: "text-portfolio",
    bar: "bg-portfolio",
  },
};
const plain: Hue = { fill: "fill-ink", soft: "fill-sunken", text: "text-ink-2", bar: "bg-ink" };

/** The classes of an option's hue. */
export function hueOf(style: SeriesStyle | null): Hue {
  return (style?.kind && hues[style.kind]) || plain;
}
