import { Circle, Path, Rect, Svg, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { EvidenceClass } from "@/lib/schemas/figure";
import { paperColours } from "../paper-colours";
import { Words } from "../paper-words";
import { look } from "./paper-look";

const ink = paperColours["ink-3"];

/** As on screen: round is about the world, square about a seller; fuller is firmer. */
const shapes: Record<EvidenceClass, ReactNode> = {
  measured: <Circle cx={5} cy={5} r={4} fill={ink} />,
  quoted: <Rect x={1.3} y={1.3} width={7.4} height={7.4} rx={1} fill={ink} />,
  list: (
    <Rect
      x={1.7}
      y={1.7}
      width={6.6}
      height={6.6}
      rx={1}
      fill="none"
      stroke={ink}
      strokeWidth={1.3}
    />
  ),
  estimated: (
    <>
      <Circle cx={5} cy={5} r={3.6} fill="none" stroke={ink} strokeWidth={1.2} />
      <Path d="M5 1.4A3.6 3.6 0 0 0 5 8.6Z" fill={ink} />
    </>
  ),
  assumed: (
    <Circle
      cx={5}
      cy={5}
      r={3.6}
      fill="none"
      stroke={ink}
      strokeWidth={1.2}
      strokeDasharray="1.7 1.5"
    />
  ),
};

export function EvidenceMark({ evidence, size = 6 }: { evidence: EvidenceClass; size?: number }) {
  return (
    <Svg width={size} height={size} viewBox="0 0 10 10">
      {shapes[evidence]}
    </Svg>
  );
}

const classes = ["measured", "quoted", "list", "estimated", "assumed"] as const;

/** What the marks beside the numbers mean. */
export function EvidenceKey() {
  return (
    <View style={{ flexDirection: "row", gap: 7 }}>
      {classes.map((evidence) => (
        <View key={evidence} style={{ flexDirection: "row", alignItems: "center", gap: 3 }}>
          <EvidenceMark evidence={evidence} />
          <Words style={look.footText}>{evidence}</Words>
        </View>
      ))}
    </View>
  );
}
