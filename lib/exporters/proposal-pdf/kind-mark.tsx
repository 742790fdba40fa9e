import { Path, Svg } from "@react-pdf/renderer";
import type { SeriesStyle } from "@/lib/views/types";
import { paperColours, paperHue } from "../paper-colours";

export type MarkedKind = NonNullable<SeriesStyle["kind"]>;

/** Braces, cloud, server, phone, layers: what tells kinds apart without colour. */
const icons: Record<MarkedKind, string> = {
  api: "M6.2 4.2c-1.3 0-1.7.7-1.7 1.8v1.4c0 .9-.4 1.4-1.2 1.6.8.2 1.2.7 1.2 1.6V12c0 1.1.4 1.8 1.7 1.8M11.8 4.2c1.3 0 1.7.7 1.7 1.8v1.4c0 .9.4 1.4 1.2 1.6-.8.2-1.2.7-1.2 1.6V12c0 1.1-.4 1.8-1.7 1.8",
  cloud: "M6 13h6.2a2.6 2.6 0 0 0 .3-5.2A3.8 3.8 0 0 0 5.3 8 2.5 2.5 0 0 0 6 13Z",
  "on-premises": "M4.5 4.5h9v3.6h-9zM4.5 9.9h9v3.6h-9zM6.6 6.3h.3M6.6 11.7h.3",
  edge: "M6.2 3.8h5.6v10.4h-5.6zM8.5 12.2h1",
  portfolio: "M9 4 14 6.8 9 9.6 4 6.8ZM4.3 9.6 9 12.2l4.7-2.6M4.3 12.2 9 14.8l4.7-2.6",
};

/** Icon and hue of an option's kind, before its name. */
export function KindMark({ kind }: { readonly kind: MarkedKind }) {
  return (
    <Svg width={13.5} height={13.5} viewBox="0 0 18 18">
      <Path
        d="M4 0H14A4 4 0 0 1 18 4V14A4 4 0 0 1 14 18H4A4 4 0 0 1 0 14V4A4 4 0 0 1 4 0Z"
        fill={paperHue({ kind, nthOfKind: 0 })}
      />
      <Path
        d={icons[kind]}
        fill="none"
        stroke={paperColours.surface}
        strokeWidth={1.35}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </Svg>
  );
}
