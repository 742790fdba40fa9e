import { useId } from "react";
import type { SeriesStyle } from "@/lib/views/types";
import { HatchPattern } from "./hatch-pattern";

const hues: Record<string, string> = {
  api: "var(--ll-api)",
  cloud: "var(--ll-cloud)",
  "on-premises": "var(--ll-onprem)",
  edge: "var(--ll-edge)",
  portfolio: "var(--ll-portfolio)",
};

/** The hue of an option's kind, light and dark; ink for what is no option. */
export const hueOf = ({ kind }: Pick<SeriesStyle, "kind">): string =>
  (kind !== null && hues[kind]) || "var(--ll-ink)";

const softHues: Record<string, string> = {
  api: "var(--ll-api-soft)",
  cloud: "var(--ll-cloud-soft)",
  "on-premises": "var(--ll-onprem-soft)",
  edge: "var(--ll-edge-soft)",
  portfolio: "var(--ll-portfolio-soft)",
};

/** The same for a ground behind text. */
export const softHueOf = ({ kind }: Pick<SeriesStyle, "kind">): string =>
  (kind !== null && softHues[kind]) || "var(--ll-sunken)";

/** A patch of an option's hue and texture, as it is on the chart. */
export function KindSwatch({
  style,
  large = false,
}: {
  readonly style: SeriesStyle;
  readonly large?: boolean;
}) {
  const id = useId();
  const hue = hueOf(style);
  const [width, height] = large ? [14, 12] : [10, 10];
  const hatched = style.texture === "hatched";
  return (
    <svg aria-hidden width={width} height={height} className="shrink-0">
      {hatched && (
        <defs>
          <HatchPattern id={id} hue={hue} />
        </defs>
      )}
      <rect width={width} height={height} rx={1} fill={hatched ? `url(#${id})` : hue} />
    </svg>
  );
}
