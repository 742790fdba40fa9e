import { View } from "@react-pdf/renderer";
import type { Figure } from "@/lib/views/types";
import { paperColours } from "../paper-colours";
import { paperTextWidth } from "../paper-fonts";
import { Words } from "../paper-words";
import { EvidenceMark } from "./evidence-mark";
import { look } from "./paper-look";

const mostInRow = 5;
const largest = 15;
const smallest = 9;
const smallLine = 10.5;

/** Figures side by side under a strong rule. */
export function FigureStrip({
  figures,
  width,
  rule,
}: {
  readonly figures: readonly Figure[];
  readonly width: number;
  readonly rule: string;
}) {
  const perRow = figures.length > mostInRow ? 4 : Math.max(1, figures.length);
  const rows = Array.from({ length: Math.ceil(figures.length / perRow) }, (_, row) =>
    figures.slice(row * perRow, (row + 1) * perRow),
  );
  return (
    <View style={{ borderTopWidth: 1.5, borderTopColor: rule }}>
      {rows.map((row) => (
        <View
          key={row[0]?.id}
          wrap={false}
          style={{
            flexDirection: "row",
            borderBottomWidth: 0.75,
            borderBottomColor: paperColours.line,
          }}
        >
          {row.map((figure, index) => (
            <OneFigure
              key={figure.id}
              figure={figure}
              isFirst={index === 0}
              width={width / perRow}
              labelLines={labelLines(row, width / perRow)}
            />
          ))}
        </View>
      ))}
    </View>
  );
}

type OneFigureProps = {
  readonly figure: Figure;
  readonly isFirst: boolean;
  readonly width: number;
  readonly labelLines: number;
};

function OneFigure({ figure, isFirst, width, labelLines }: OneFigureProps) {
  const { label, value, unit, note, evidence } = figure;
  const quiet = { ...look.small, lineHeight: smallLine / 8.25 };
  const room = width - (isFirst ? 8 : 18);
  const taken = (unit ? paperTextWidth(unit, 8.25, 400) + 3 : 0) + (evidence ? 10 : 0);
  return (
    <View
      style={{
        ...{ width, paddingVertical: 6.5, paddingRight: 8, paddingLeft: isFirst ? 0 : 10 },
        ...(!isFirst && { borderLeftWidth: 0.75, borderLeftColor: paperColours.line }),
      }}
    >
      <Words atMost={120} style={[quiet, { minHeight: labelLines * smallLine }]}>
        {label}
      </Words>
      <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center" }}>
        <Words
          atMost={60}
          style={{ fontSize: sizeOf(value, room - taken), lineHeight: 1.4, fontWeight: 600 }}
        >
          {value}
        </Words>
        {unit !== undefined && (
          <Words atMost={40} style={[look.small, { marginLeft: 3 }]}>
            {unit}
          </Words>
        )}
        {evidence && (
          <View style={{ marginLeft: 4 }}>
            <EvidenceMark evidence={evidence} />
          </View>
        )}
      </View>
      {note !== undefined && (
        <Words atMost={120} style={quiet}>
          {note}
        </Words>
      )}
    </View>
  );
}

const mostLabelLines = 3;

/** The values of a row stand on one line, also where a label takes more than one. */
function labelLines(row: readonly Figure[], width: number): number {
  const room = width - 18;
  const widest = Math.max(...row.map(({ label }) => paperTextWidth(label, 8.25, 400)));
  // Words leave some of each line empty.
  const isOne = widest * 1.03 <= room;
  return isOne ? 1 : Math.min(mostLabelLines, Math.max(2, Math.ceil((widest * 1.12) / room)));
}

/** As large as the column allows: a long value is set smaller before it is broken. */
function sizeOf(value: string, room: number): number {
  const wanted = paperTextWidth(value, 1, 600) * 1.03;
  return Math.min(largest, Math.max(smallest, room / Math.max(wanted, 0.1)));
}
