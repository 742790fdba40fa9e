import type { CatalogReference, Figure } from "@/lib/schemas/figure";

/** A figure while it is being edited: text that is no number yet stays as it was typed. */
export type DraftFigure = Pick<Figure, "evidence"> & {
  readonly value: number | string | null;
  readonly low?: number | string | undefined;
  readonly high?: number | string | undefined;
  readonly source?: string | undefined;
  readonly url?: string | undefined;
  readonly date?: string | undefined;
  readonly note?: string | undefined;
  readonly catalog?: CatalogReference | undefined;
};

export const unpriced: Figure = { value: null, evidence: "assumed" };

export function assumed(value: number, note?: string): Figure {
  return { value, evidence: "assumed", ...(note ? { note } : {}) };
}

export function hasSource(figure: DraftFigure): boolean {
  return figure.evidence !== "assumed" || Boolean(figure.source ?? figure.url);
}

function rangeAround(figure: DraftFigure, value: number): Pick<DraftFigure, "low" | "high"> {
  const { low, high } = figure;
  const inside =
    (typeof low !== "number" || low <= value) && (typeof high !== "number" || value <= high);
  if (!inside) return {};
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

/** A new number typed over `before`: what vouched for the old number does not vouch for this one. */
export function typedOver(before: DraftFigure, value: number | string | null): DraftFigure {
  if (value === before.value) return before;
  if (typeof value !== "number") return { value, evidence: "assumed" };
  return {
    value,
    ...rangeAround(before, value),
    evidence: "assumed",
    ...(before.note === undefined || hasSource(before) ? {} : { note: before.note }),
  };
}

/** The person says that the old source holds for the new number too; the catalog's figure it is no more. */
export function withSourceOf(before: DraftFigure, now: DraftFigure): DraftFigure {
  const range = typeof now.value === "number" ? rangeAround(before, now.value) : {};
  const { low: _low, high: _high, catalog: _catalog, ...kept } = before;
  return { ...kept, ...range, value: now.value };
}

/** Leaves out what was emptied, since the schema knows "absent" but not "empty". */
export function tidied(figure: DraftFigure): DraftFigure {
  const entries = Object.entries(figure).filter(
    ([key, value]) => key === "value" || (value !== undefined && value !== null && value !== ""),
  );
  return Object.fromEntries(entries) as DraftFigure;
}
