import { G, Line, Rect, Svg, View } from "@react-pdf/renderer";
import { moneyTick, withFormats } from "@/lib/format";
import { type TornadoScale, tornadoEnds, tornadoScale } from "@/lib/views/chart/tornado-scale";
import type { TornadoBar, TornadoView } from "@/lib/views/tornado";
import { paperColours } from "../../paper-colours";
import { paperTextWidth } from "../../paper-fonts";
import { Words } from "../../paper-words";
import { look } from "../paper-look";
import { Label } from "./label";
import { pointsPerPixel } from "./paper-plot";

const names = 150;
const gap = 12;
const rowHeight = 30;
/** Room beside the plot for the value of an input at a bar's end. */
const sideRoom = 92;

type TornadoProps = { readonly tornado: TornadoView; readonly width: number };

/** Bars from the base to both ends: grey for the low end, tide for the high. */
export function TornadoDrawing({ tornado, width }: TornadoProps) {
  const plot = (width - names - gap) / pointsPerPixel;
  const scale = tornadoScale(tornado);
  const at = (value: number) => sideRoom + scale.at(value) * (plot - 2 * sideRoom);
  const parts = { at, width: plot, scale };
  return (
    <View>
      <View style={{ flexDirection: "row", paddingLeft: names + gap }}>
        <Scale tornado={tornado} {...parts} />
      </View>
      {tornado.bars.map((bar) => (
        <View
          key={bar.path}
          wrap={false}
          style={{ flexDirection: "row", alignItems: "center", gap }}
        >
          <View style={{ width: names }}>
            <Words atMost={80} style={{ fontSize: 8.5, lineHeight: 1.25 }}>
              {bar.label}
            </Words>
            {bar.assumedRange !== null && (
              <Words atMost={80} style={[look.small, { fontSize: 7.5, lineHeight: 1.25 }]}>
                {bar.assumedRange}
              </Words>
            )}
          </View>
          <Bar bar={bar} base={tornado.base.result} {...parts} />
        </View>
      ))}
    </View>
  );
}

type Placed = {
  readonly at: (value: number) => number;
  readonly width: number;
  readonly scale: TornadoScale;
};

const textSize = 11;

function Scale({ tornado, at, width, scale }: Placed & { readonly tornado: TornadoView }) {
  const text = { size: textSize, anchor: "middle" } as const;
  return (
    <Svg width={width * pointsPerPixel} height={27} viewBox={`0 0 ${width} 36`}>
      <Label x={at(tornado.base.result)} y={12} {...text} weight={600} fill={paperColours.ink}>
        {tornado.base.text}
      </Label>
      {scale.ticks.map((tick) => (
        <Label key={tick} x={at(tick)} y={30} {...text} fill={paperColours["ink-3"]}>
          {withFormats(tornado.formats, () => moneyTick(tick, tornado.currency))}
        </Label>
      ))}
    </Svg>
  );
}

const middle = rowHeight / 2;
const thickness = 12;

function Bar({ bar, base, at, width, scale }: Placed & { bar: TornadoBar; base: number }) {
  const ends = tornadoEnds(bar, base);
  const whole = { y1: 0, y2: rowHeight };
  const stretch = (to: number, down: number, fill: string) => (
    <Rect
      x={Math.min(at(base), at(to))}
      y={middle - thickness / 2 + down}
      width={Math.abs(at(to) - at(base))}
      height={thickness}
      fill={fill}
    />
  );
  return (
    <Svg
      width={width * pointsPerPixel}
      height={rowHeight * pointsPerPixel}
      viewBox={`0 0 ${width} ${rowHeight}`}
    >
      {scale.ticks.includes(0) && (
        <Line x1={at(0)} x2={at(0)} {...whole} stroke={paperColours.control} strokeWidth={1} />
      )}
      <G>{stretch(ends.low, 0, paperColours["ink-3"])}</G>
      <G>{stretch(ends.high, ends.sameSide ? 4 : 0, paperColours.accent)}</G>
      <Line x1={at(base)} x2={at(base)} {...whole} stroke={paperColours.ink} strokeWidth={2} />
      <End at={at(ends.lowWordsAt)} isLeft={ends.lowIsLeft} end={bar.low} />
      <End at={at(ends.highWordsAt)} isLeft={!ends.lowIsLeft} end={bar.high} />
    </Svg>
  );
}

function End({ at, isLeft, end }: { at: number; isLeft: boolean; end: TornadoBar["low"] }) {
  const text = end.result === null ? `${end.text}: not ranked` : end.text;
  const size = Math.min(
    textSize,
    (textSize * (sideRoom - 6)) / paperTextWidth(text, textSize, 400),
  );
  return (
    <Label
      x={at + (isLeft ? -6 : 6)}
      y={middle}
      size={size}
      fill={end.result === null ? paperColours.warn : paperColours["ink-2"]}
      anchor={isLeft ? "end" : "start"}
      baseline="middle"
    >
      {text}
    </Label>
  );
}
