import { counted, dateText, figureText, isPercentUnit, moneyFull, monthName } from "@/lib/format";
import { staleMonths } from "@/lib/schemas/catalog-kind";
import {
  type EvidenceClass,
  type FieldSpec,
  isMoneyUnit,
  missingWord,
  type Unit,
} from "@/lib/schemas/figure";
import type { DraftFigure } from "./provenance";

export const evidenceWords: Record<EvidenceClass, string> = {
  measured: "a benchmark or a meter, dated",
  quoted: "a supplier’s offer, in writing",
  list: "a public price or data sheet",
  estimated: "computed, with an error band",
  assumed: "a person chose it; a range is asked for",
};

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Quoted: Fennmark Q-2291 rev 3, 12 Nov 2026". */
export function sourceLine(figure: DraftFigure): string {
  const said = [figure.source, figure.date && dated(figure.date)].filter(Boolean).join(", ");
  return said ? `${capital(figure.evidence)}: ${said}` : capital(figure.evidence);
}

/** "stale: 14 months old" where a figure of the catalog is older than its kind allows. */
export function staleText({ catalog, date }: DraftFigure, today: string | null): string | null {
  if (!catalog || !date || !today || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const months = staleMonths(catalog.kind, date, today);
  return months === null ? null : `stale: ${counted(months, "month")} old`;
}

/** A date that is still being typed is shown as it stands. */
function dated(date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? dateText(date) : date;
}

/** "$3.50" for money, whose unit stands in the field already; "4,300 tok/s" for the rest. */
export function shortValue(value: number | null, unit: Unit, currency: string): string {
  if (value === null) return missingWord(unit);
  return isMoneyUnit(unit) ? moneyFull(value, currency) : figureText(value, unit, currency);
}

/** "4% to 6%/yr", "from $2.90", or nothing where no range is given. */
export function rangeText(
  figure: Pick<DraftFigure, "low" | "high">,
  spec: Pick<FieldSpec, "unit">,
  currency: string,
): string {
  const { low, high } = figure;
  const text = (end: number) => shortValue(end, spec.unit, currency);
  if (typeof low === "number" && typeof high === "number") {
    const start = isPercentUnit(spec.unit) ? text(low).replace("/yr", "") : text(low);
    return `${start} to ${text(high)}`;
  }
  if (typeof low === "number") return `from ${text(low)}`;
  return typeof high === "number" ? `up to ${text(high)}` : "";
}

/** "list, Nebius, Aug 2026". */
export function shortSource(figure: DraftFigure): string {
  const month = figure.date ? monthName(figure.date.slice(0, 7)) : undefined;
  return [figure.evidence, figure.source, month].filter(Boolean).join(", ");
}
