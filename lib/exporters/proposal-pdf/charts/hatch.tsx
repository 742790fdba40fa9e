import { ClipPath, Defs, G, Path, Rect, Svg } from "@react-pdf/renderer";
import { coordinate } from "@/lib/views/chart/paths";
import type { Area } from "@/lib/views/chart/plot";
import type { SeriesStyle } from "@/lib/views/types";
import { paperColours, paperHue } from "../../paper-colours";

const period = 5;
const stroke = 2.4 / Math.SQRT2;

/** 45 degrees, 5 px period, as on screen: what training is in, with or without colour. */
export function HatchLines({ area, hue }: { readonly area: Area; readonly hue: string }) {
  const height = area.bottom - area.top;
  const count = Math.ceil((area.right - area.left + height) / period);
  const lines = Array.from({ length: count + 1 }, (_, index) => {
    const foot = area.left - height + index * period;
    return `M${coordinate(foot)} ${coordinate(area.bottom)}L${coordinate(foot + height)} ${coordinate(area.top)}`;
  });
  return <Path d={lines.join("")} fill="none" stroke={hue} strokeWidth={stroke} />;
}

const swatch = { left: 0, right: 14, top: 0, bottom: 12 };

/** A patch of an option's hue and texture, as it is on the chart. */
export function Swatch({ style, id }: { readonly style: SeriesStyle; readonly id: string }) {
  const hue = paperHue(style);
  const whole = { x: 0, y: 0, width: swatch.right, height: swatch.bottom };
  if (style.texture === "solid")
    return (
      <Svg width={10.5} height={9} viewBox="0 0 14 12">
        <Rect {...whole} rx={1} fill={hue} />
      </Svg>
    );
  const clip = `swatch-${id}`.replaceAll(/[^\w-]/g, "");
  return (
    <Svg width={10.5} height={9} viewBox="0 0 14 12">
      <Rect {...whole} fill={paperColours.surface} />
      <Defs>
        <ClipPath id={clip}>
          <Rect {...whole} />
        </ClipPath>
      </Defs>
      <G clipPath={`url(#${clip})`}>
        <HatchLines area={swatch} hue={hue} />
      </G>
    </Svg>
  );
}
