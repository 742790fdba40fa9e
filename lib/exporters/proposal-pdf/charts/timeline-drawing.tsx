import { Line, Rect, Svg, View } from "@react-pdf/renderer";
import type { TimelineRow, TimelineView } from "@/lib/views/types";
import { paperColours, paperHue } from "../../paper-colours";
import { paperTextWidth } from "../../paper-fonts";
import { Words } from "../../paper-words";
import { look } from "../paper-look";
import { Label } from "./label";
import { LoadMark } from "./marks";
import { pointsPerPixel } from "./paper-plot";

const names = 118;
const verdicts = 118;
const gap = 12;
const rowHeight = 34;

type TimelineProps = { readonly timeline: TimelineView; readonly width: number };

/** A row for each pair: grey, then the winner's hue in every interval it wins, a load mark at each change. */
export function TimelineDrawing({ timeline, width }: TimelineProps) {
  const plot = width - names - verdicts - 2 * gap;
  const parts = { timeline, width: plot / pointsPerPixel };
  return (
    <View>
      <View style={{ flexDirection: "row", paddingLeft: names + gap }}>
        <Ticks {...parts} />
      </View>
      {timeline.rows.map((row, index) => (
        <View
          key={row.id}
          wrap={false}
          style={{
            ...{ flexDirection: "row", alignItems: "center", gap, paddingVertical: 3 },
            ...(index > 0 && { borderTopWidth: 0.75, borderTopColor: paperColours.line }),
          }}
        >
          <View style={{ width: names }}>
            <Words style={[look.strong, { color: paperHue(row.style) }]} atMost={80}>
              {row.label}
            </Words>
            <Words style={look.small} atMost={80}>
              {row.detail}
            </Words>
          </View>
          <Bar row={row} {...parts} />
          <View style={{ width: verdicts }}>
            <Words style={look.strong} atMost={80}>
              {row.verdict}
            </Words>
            <Words style={look.small} atMost={80}>
              {row.verdictDetail}
            </Words>
          </View>
        </View>
      ))}
    </View>
  );
}

const tickSize = 11;

/** The first and the last are always named; one between gives way where two would touch. */
function Ticks({ timeline, width }: TimelineProps) {
  const { ticks, months } = timeline;
  let taken = Number.NEGATIVE_INFINITY;
  const last = ticks.length - 1;
  const shown = ticks.flatMap(({ at, label }, index) => {
    const text = index === last && last > 0 ? "end" : label;
    const size = paperTextWidth(text, tickSize, 400);
    const x = (at / months) * width;
    const left = index === 0 ? x : index === last ? x - size : x - size / 2;
    const room = index === last ? width : width - 40;
    if (left < taken + 6 || (index > 0 && left + size > room)) return [];
    taken = left + size;
    return [{ text, left }];
  });
  return (
    <Svg width={width * pointsPerPixel} height={12} viewBox={`0 0 ${width} 16`}>
      {shown.map(({ text, left }) => (
        <Label key={text} x={left} y={11} size={tickSize} fill={paperColours["ink-3"]}>
          {text}
        </Label>
      ))}
    </Svg>
  );
}

const barTop = rowHeight / 2 - 4;

function Bar({ row, timeline, width }: TimelineProps & { readonly row: TimelineRow }) {
  const at = (month: number) => (month / timeline.months) * width;
  const bar = { y: barTop, height: 8 };
  // A load mark at either end reaches beyond the plot.
  return (
    <Svg
      width={width * pointsPerPixel}
      height={rowHeight * pointsPerPixel}
      viewBox={`0 0 ${width} ${rowHeight}`}
    >
      {timeline.ticks.map(({ at: month }) => (
        <Line
          key={month}
          x1={at(month)}
          x2={at(month)}
          y1={0}
          y2={rowHeight}
          stroke={paperColours.line}
          strokeWidth={1}
        />
      ))}
      <Rect x={0} width={width} {...bar} fill={paperColours.line} />
      {row.bars.map(({ fromMonth, toMonth }) => (
        <Rect
          key={fromMonth}
          x={at(fromMonth)}
          width={Math.max(0, at(toMonth + 1) - at(fromMonth))}
          {...bar}
          fill={paperHue(row.style)}
        />
      ))}
      {row.marks.map(({ month }) => (
        <LoadMark key={month} x={at(month)} y={rowHeight / 2} rank="main" />
      ))}
    </Svg>
  );
}
