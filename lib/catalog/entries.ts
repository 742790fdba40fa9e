import type { CatalogKind } from "@/lib/schemas/catalog-kind";
import type { Figure, Unit } from "@/lib/schemas/figure";
import type { CatalogRecord, CatalogSubject } from "./schema";

/** One figure of the catalog, ready to be taken into a plan. */
export type CatalogEntry = {
  /** `<record>.<field>`, for example `cloud-h200.rate`. */
  readonly id: string;
  readonly recordId: string;
  readonly kind: CatalogKind;
  readonly label: string;
  /** Name of the plan's input that takes it. */
  readonly field: string;
  readonly subject: CatalogSubject;
  readonly unit: Unit;
  readonly figure: Figure;
};

type RecordFigure = CatalogRecord["figures"][string];

export function entriesOf(record: CatalogRecord): CatalogEntry[] {
  return Object.entries(record.figures).map(([field, figure]) => ({
    id: `${record.id}.${field}`,
    recordId: record.id,
    kind: record.kind,
    label: record.label,
    field,
    subject: record.subject,
    unit: figure.unit,
    figure: figureOf(record, figure),
  }));
}

/** The figure with what its record says about all of them. */
export function figureOf(record: CatalogRecord, figure: RecordFigure): Figure {
  const { unit: _, ...own } = figure;
  const { source, url, note } = record;
  const inherited = own.source === undefined ? { source, ...(url ? { url } : {}) } : {};
  return {
    ...inherited,
    ...(note ? { note } : {}),
    ...own,
    evidence: own.evidence ?? record.evidence,
    date: own.date ?? record.date,
  };
}
