import { Text } from "@react-pdf/renderer";
import type { ComponentProps } from "react";
import { paperFonts } from "../../paper-fonts";
import { printableLine } from "../../printable";

type SvgText = Extract<ComponentProps<typeof Text>, { x: string | number }>;

type LabelProps = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly baseline?: "middle" | "hanging" | "auto";
  readonly children: string;
};

/** Longer than any line of a drawing. */
const longest = 120;

/** A text in a drawing; an empty one would stop the library. */
export function Label({ x, y, size, weight = 400, fill, anchor, baseline, children }: LabelProps) {
  const text = printableLine(children, longest);
  if (text === "") return null;
  const style = {
    fontFamily: paperFonts,
    fontSize: size,
    fontWeight: weight >= 560 ? 600 : 400,
    fontFeatureSettings: ["tnum"],
  };
  return (
    <Text
      x={x}
      y={y}
      fill={fill}
      textAnchor={anchor ?? "start"}
      dominantBaseline={baseline ?? "auto"}
      // The library's types know no font in a drawing's style; its text engine reads it.
      style={style as SvgText["style"] & object}
    >
      {text}
    </Text>
  );
}
