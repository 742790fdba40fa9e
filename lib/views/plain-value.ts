import { counted, figureText, moneyFull, numberFull, percent, ratioText } from "@/lib/format";
import type { TaxDepreciation } from "@/lib/schemas/assumptions";
import { growthCurve, pricePath } from "@/lib/schemas/curve";
import { type FieldSpec, isMoneyUnit } from "@/lib/schemas/figure";
import { figuresIn } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { isRecord } from "@/lib/schemas/walk";
import { taxDepreciationNames } from "./names";

type Group = Readonly<Record<string, unknown>>;

/** Its label is not read: it only tells which of a curve's fields are figures. */
const anyPricePath = pricePath("Price change", [0, 0]);

const shownItems = 6;
const cut = (items: readonly string[]) =>
  items.length <= shownItems
    ? items.join(", ")
    : `${items.slice(0, shownItems).join(", ")} and ${items.length - shownItems} more`;

/** What is no figure, in words: names for ids, a curve by its kind and figures. */
export function plainValue(plan: Plan, key: string, value: unknown, unit = ""): string {
  if (value === undefined || value === null || value === "")
    return key === "baselineOptionId" ? "automatic" : "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return `${numberFull(value)}${unit}`;
  if (typeof value === "string") {
    if (key === "taxDepreciation") return taxDepreciationNames[value as TaxDepreciation] ?? value;
    if (!key.endsWith("OptionId")) return value;
    return plan.options.find(({ id }) => id === value)?.name ?? value;
  }
  if (Array.isArray(value))
    return value.length === 0 ? "none" : cut(value.map((row) => item(plan, row)));
  return isRecord(value) ? groupText(plan, value) : String(value);
}

function item(plan: Plan, row: unknown): string {
  if (!isRecord(row)) return typeof row === "number" ? numberFull(row) : String(row);
  if (isRecord(row.speedRatio)) return leverText(row);
  if (typeof row.factor === "number" && typeof row.month === "number")
    return `month ${row.month + 1} × ${numberFull(row.factor)}`;
  if (typeof row.count === "number" && typeof row.month === "number")
    return `month ${row.month + 1}: ${counted(row.count, "run")}`;
  if (typeof row.ageMonths === "number" && typeof row.fraction === "number")
    return `${counted(row.ageMonths, "month")}: ${percent(row.fraction)}`;
  const workload = plan.workloads.find(({ id }) => id === row.workloadId);
  return String(
    workload?.name ??
      row.name ??
      row.workloadId ??
      row.fiscalYear ??
      row.path ??
      row.kind ??
      row.id ??
      "one",
  );
}

/** "quantization 2x, on top from month 6". */
function leverText({ kind, speedRatio, reach, isOn, startMonth }: Group): string {
  const effect = isRecord(speedRatio) ? speedRatio.value : null;
  const from = isRecord(startMonth) ? ` from month ${startMonth.value}` : "";
  return [
    `${String(kind).replaceAll("-", " ")} ${typeof effect === "number" ? ratioText(effect) : "unknown"}`,
    reach === "added" ? `on top${from}` : "in the rate",
    ...(isOn === false ? ["off"] : []),
  ].join(", ");
}

/** A curve or another group of fields: its kind, and the figures it holds. */
function groupText(plan: Plan, group: Group): string {
  if (Array.isArray(group.weekday)) return String(group.name ?? "own numbers");
  const kind = typeof group.kind === "string" ? [group.kind] : [];
  const figures = [growthCurve, anyPricePath].flatMap((schema) => figuresIn(schema, group, ""));
  const texts = figures.map(({ spec, figure }) => figureValue(figure.value, spec, plan.currency));
  const rows = [group.steps, group.points, group.runs].find(Array.isArray);
  const steps = rows ? [cut(rows.map((row) => item(plan, row)))] : [];
  return [...kind, ...texts, ...steps].join(", ") || "set";
}

/** "$290,000" for money, whose unit its label says; "4,300 tok/s" for the rest. */
export function figureValue(value: number | null, { unit }: FieldSpec, currency: string): string {
  return value !== null && isMoneyUnit(unit)
    ? moneyFull(value, currency)
    : figureText(value, unit, currency);
}
