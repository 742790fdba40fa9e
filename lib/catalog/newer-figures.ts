import { type Figure, isMoneyUnit, type Unit } from "@/lib/schemas/figure";
import { figuresOf } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { entriesOf } from "./entries";
import type { OfferedEntry } from "./find";
import { catalogRecords } from "./index";
import { type OwnRecord, ownEntriesOf, takenFigure } from "./own-record";

/** A figure of a plan whose entry of the catalog says otherwise by now. */
export type NewerFigure = {
  /** As in `options.cloud.rate`. */
  readonly path: string;
  readonly unit: Unit;
  readonly currency: string;
  readonly from: Figure;
  readonly to: Figure;
  readonly isOwn: boolean;
};

const recordIdOf = (entry: string) => entry.slice(0, entry.lastIndexOf("."));

/** The records that figures of the plan were taken from. */
export const takenRecordIds = (plan: Plan): readonly string[] => [
  ...new Set(
    figuresOf(plan).flatMap(({ figure }) =>
      figure.catalog ? [recordIdOf(figure.catalog.entry)] : [],
    ),
  ),
];

/** Those of the records that are not shared: only the organization can know them. */
export const ownRecordIds = (plan: Plan, known: readonly OwnRecord[]): readonly string[] =>
  takenRecordIds(plan).filter(
    (id) =>
      !catalogRecords.some((record) => record.id === id) &&
      !known.some(({ record }) => record.id === id),
  );

/**
 * Figures that stand as they were taken, and whose entry has another value now: the organization's own before
 * the shared one. What is unpriced now, or in another currency, is no newer figure.
 */
export function newerFigures(plan: Plan, own: readonly OwnRecord[]): readonly NewerFigure[] {
  return figuresOf(plan).flatMap(({ path, spec, figure }) => {
    const { catalog } = figure;
    if (!catalog || figure.value !== catalog.value) return [];
    const entry = entryNamed(catalog.entry, own);
    const currency = currencyAt(plan, path);
    if (!entry || entry.figure.value === null || entry.figure.value === catalog.value) return [];
    if (isMoneyUnit(spec.unit) && (entry.subject.currency ?? "USD") !== currency) return [];
    const to = { ...takenFigure(entry), ...(figure.note && { note: figure.note }) };
    const isOwn = entry.ownVersion !== undefined;
    return [{ path, unit: spec.unit, currency, from: figure, to, isOwn }];
  });
}

function entryNamed(id: string, own: readonly OwnRecord[]): OfferedEntry | undefined {
  const recordId = recordIdOf(id);
  const mine = own.find(({ record, removed }) => record.id === recordId && !removed);
  const shared = catalogRecords.find((record) => record.id === recordId);
  const entries = mine ? ownEntriesOf(mine) : shared ? entriesOf(shared) : [];
  return entries.find((entry) => entry.id === id);
}

function currencyAt(plan: Plan, path: string): string {
  const [rows, optionId] = path.split(".");
  const option = rows === "options" ? plan.options.find(({ id }) => id === optionId) : undefined;
  const own = option && "currency" in option ? option.currency : undefined;
  return own ?? plan.currency;
}
