type StillLabelProps = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end" | undefined;
  readonly baseline?: "middle" | "hanging" | undefined;
  readonly children: string;
};

/** A text in a drawing. */
export function StillLabel({ x, y, size, fill, anchor, baseline, ...text }: StillLabelProps) {
  return (
    <text
      x={Math.round(x)}
      y={Math.round(y)}
      fill={fill}
      fontSize={size}
      fontWeight={text.weight ?? 450}
      textAnchor={anchor}
      dominantBaseline={baseline}
    >
      {text.children}
    </text>
  );
}
