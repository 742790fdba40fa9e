import type { PriceSeries } from "@/lib/catalog/price-history";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { isMoneyUnit } from "@/lib/schemas/figure";
import { figureName } from "./catalog-figure-name";

/**
 * The prices that an own entry has had, by the days on which they were seen: of its output price, else its
 * first price. Of several versions of a day the last one said counts. Null for fewer than two days.
 */
export function ownPriceSeries(versions: readonly CatalogRecord[]): PriceSeries | null {
  const [newest] = versions;
  const field = newest && priceFieldOf(newest);
  if (!newest || !field) return null;
  const unit = newest.figures[field]?.unit;
  const byDay = new Map<string, PriceSeries["points"][number]>();
  for (const record of [...versions].reverse()) {
    const figure = record.figures[field];
    if (figure?.unit !== unit || !figure?.value || figure.value <= 0) continue;
    const { evidence = record.evidence, source = record.source, date = record.date } = figure;
    byDay.set(date, { date, value: figure.value, evidence, source });
  }
  const points = [...byDay.values()].toSorted((a, b) => a.date.localeCompare(b.date));
  if (points.length < 2 || !unit) return null;
  const { id, kind, label, subject } = newest;
  return { id, kind, label: `${label}: ${figureName(field).toLowerCase()}`, subject, unit, points };
}

function priceFieldOf({ figures }: CatalogRecord): string | undefined {
  if (figures.outputPrice) return "outputPrice";
  return Object.keys(figures).find((field) => isMoneyUnit(figures[field]?.unit ?? "count"));
}
