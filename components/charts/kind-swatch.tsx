import { useId } from "react";
import type { SeriesStyle } from "@/lib/views/types";

const hues: Record<string, string> = {
  api: "var(--ll-api)",
  cloud: "var(--ll-cloud)",
  "on-premises": "var(--ll-onprem)",
  edge: "var(--ll-edge)",
  portfolio: "var(--ll-portfolio)",
};

/** A patch of an option's hue and texture, as it is on the chart. */
export function KindSwatch({
  style,
  large = false,
}: {
  readonly style: SeriesStyle;
  readonly large?: boolean;
}) {
  const id = useId();
  const hue = style.kind === null ? "var(--ll-ink)" : (hues[style.kind] ?? "var(--ll-ink)");
  const [width, height] = large ? [14, 12] : [10, 10];
  const hatched = style.texture === "hatched";
  return (
    <svg aria-hidden width={width} height={height} className="shrink-0">
      {hatched && (
        <defs>
          <pattern
            id={id}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" fill="var(--ll-surface)" />
            <rect width="2.4" height="5" fill={hue} />
          </pattern>
        </defs>
      )}
      <rect width={width} height={height} rx={1} fill={hatched ? `url(#${id})` : hue} />
    </svg>
  );
}
