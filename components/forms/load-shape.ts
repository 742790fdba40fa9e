import { type LoadShape, shapeMean } from "@/lib/schemas/load-shape";

/** A shape while it is edited: text that is no number yet stays as it was typed. */
export type DraftShape = Omit<LoadShape, "weekday" | "weekend"> & {
  readonly weekday: readonly (number | string)[];
  readonly weekend: readonly (number | string)[];
};

export const dayKinds = ["weekday", "weekend"] as const;
export type DayKind = (typeof dayKinds)[number];

/** Numbers typed or pasted, one after another: a spreadsheet's column or row, or a list. */
export function parseFactors(text: string): readonly (number | string)[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  return words.map((word) => (Number.isFinite(Number(word)) ? Number(word) : word));
}

export const factorsText = (factors: readonly (number | string)[]) => factors.join(" ");

/** The shape once it is one: 24 numbers a day, not all of them 0. */
export function finishedShape(shape: DraftShape | undefined): LoadShape | null {
  if (!shape) return null;
  const whole = dayKinds.every(
    (kind) =>
      shape[kind].length === 24 &&
      shape[kind].every((factor) => typeof factor === "number" && factor >= 0),
  );
  if (!whole) return null;
  const finished = shape as LoadShape;
  return shapeMean(finished) > 0 ? finished : null;
}

/** Numbers of one's own are an assumption under no name. */
export function withFactors(
  shape: DraftShape,
  kind: DayKind,
  factors: readonly (number | string)[],
): DraftShape {
  const { weekday, weekend } = shape;
  return { weekday, weekend, [kind]: factors, evidence: "assumed" };
}

/** Scaled to a mean of 1 at four decimals; what rounding leaves is too little to matter. */
export function scaledShape(shape: LoadShape): LoadShape {
  const mean = shapeMean(shape);
  const scaled = (factors: readonly number[]) =>
    factors.map((factor) => Math.round((factor / mean) * 10_000) / 10_000);
  return { ...shape, weekday: scaled(shape.weekday), weekend: scaled(shape.weekend) };
}
