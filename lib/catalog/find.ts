import type { CatalogKind } from "@/lib/schemas/catalog-kind";
import { type Figure, isMoneyUnit, type Unit } from "@/lib/schemas/figure";
import type { CatalogEntry } from "./entries";
import { figureOf } from "./entries";
import { catalog, catalogRecords } from "./index";
import { type OwnEntry, takenFigure } from "./own-record";
import type { CatalogRecord } from "./schema";

export type CatalogQuery = {
  readonly unit?: Unit;
  readonly field?: string;
  readonly kind?: CatalogKind;
  readonly accelerator?: string;
  readonly model?: string;
  /** ISO 4217. Money in another currency is left out. */
  readonly currency?: string;
  /** Also things whose price is not known; an input is offered values alone. */
  readonly withUnpriced?: boolean;
  /** The organization's own: they come first, and in the place of shared ones of the same record. */
  readonly own?: readonly OwnEntry[];
};

/** A figure of the shared catalog, or of the organization's own. */
export type OfferedEntry = CatalogEntry & { readonly ownVersion?: number };

function offered(own: readonly OwnEntry[]): readonly OfferedEntry[] {
  if (own.length === 0) return catalog;
  const over = new Set(own.map(({ recordId }) => recordId));
  return [...own, ...catalog.filter(({ recordId }) => !over.has(recordId))];
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * Figures that fit an input, own ones first, then newest first. A named accelerator or model narrows the list
 * only where the catalog knows it, so that a new name still gets what there is.
 */
export function entriesFor(query: CatalogQuery): readonly OfferedEntry[] {
  const fitting = offered(query.own ?? []).filter(
    ({ unit, field, kind, subject, figure }) =>
      (query.withUnpriced || figure.value !== null) &&
      (query.unit === undefined || unit === query.unit) &&
      (query.field === undefined || field === query.field) &&
      (query.kind === undefined || kind === query.kind) &&
      (query.currency === undefined ||
        !isMoneyUnit(unit) ||
        (subject.currency ?? "USD") === query.currency),
  );
  const ofModel = narrowed(fitting, "model", query.model);
  const ofBoth = narrowed(ofModel, "accelerator", query.accelerator);
  const isShared = ({ ownVersion }: OfferedEntry) => Number(ownVersion === undefined);
  return ofBoth.toSorted(
    (a, b) => isShared(a) - isShared(b) || (b.figure.date ?? "").localeCompare(a.figure.date ?? ""),
  );
}

function narrowed(
  entries: readonly OfferedEntry[],
  key: "accelerator" | "model",
  wanted: string | undefined,
): readonly OfferedEntry[] {
  if (!wanted) return entries;
  const same = entries.filter(({ subject }) => sameName(subject[key] ?? "", wanted));
  return same.length > 0 ? same : entries;
}

/** A record that the product names itself; a wrong id is a mistake of ours. */
export function recordOf(id: string): CatalogRecord {
  const record = catalogRecords.find((candidate) => candidate.id === id);
  if (!record) throw new Error(`The catalog has no record "${id}".`);
  return record;
}

/** `catalogFigure("cloud-h200.rate")`: the figure with its provenance and the entry that it is of. */
export function catalogFigure(id: string): Figure {
  const split = id.lastIndexOf(".");
  const record = recordOf(id.slice(0, split));
  const figure = record.figures[id.slice(split + 1)];
  if (!figure) throw new Error(`The catalog has no figure "${id}".`);
  return takenFigure({ id, kind: record.kind, figure: figureOf(record, figure) });
}

/** Names that a form offers while one is typed. */
export function namesOf(key: "accelerator" | "model" | "provider"): readonly string[] {
  const names = catalogRecords.flatMap(({ subject }) => subject[key] ?? []);
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b));
}
