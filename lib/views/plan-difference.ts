import { moneyFull, numberFull } from "@/lib/format";
import type { Budget } from "@/lib/schemas/budget";
import { type ExchangeRate, rateLabel, ratePath } from "@/lib/schemas/exchange-rate";
import type { EvidenceClass, Figure } from "@/lib/schemas/figure";
import { type PartSubject, rowsOf } from "@/lib/schemas/history";
import { plainLabel } from "@/lib/schemas/labels";
import { type Body, changedFields } from "@/lib/schemas/merge";
import { specAt } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import type { Change } from "@/lib/schemas/scenario";
import { isRecord } from "@/lib/schemas/walk";
import { currencyAt, exchangeRateText } from "./currency";
import { figureValue, plainValue } from "./plain-value";

/** A value as a history or a comparison writes it; a figure with how firm it is. */
export type ValueText = { readonly text: string; readonly evidence?: EvidenceClass };

export type FieldDifference = {
  readonly path: string;
  readonly label: string;
  readonly before: ValueText;
  readonly after: ValueText;
};

export type PartDifference = {
  readonly subject: PartSubject;
  readonly id: string;
  readonly name: string;
  readonly kind: "added" | "removed" | "changed";
  readonly fields: readonly FieldDifference[];
};

type Part = {
  readonly subject: PartSubject;
  readonly id: string;
  readonly before: Body | null;
  readonly after: Body | null;
};

/** What the part was called when it was there last; the settings by what they are. */
export function partName({ subject, id, before, after }: Part): string {
  return subject === "settings" ? "Plan settings" : String((after ?? before)?.name ?? id);
}

/** How a part differs from what it was, field by field; `plan` gives currency and names. */
export function partDifference(plan: Plan, part: Part): PartDifference {
  const { subject, id, before, after } = part;
  const kind = before === null ? "added" : after === null ? "removed" : "changed";
  const fields = before && after ? changedFields(before, after) : [];
  return {
    subject,
    id,
    name: partName(part),
    kind,
    fields: fields.flatMap((field) => fieldDifferences(plan, part, field)),
  };
}

/** How one plan differs from another, part by part, settings first. */
export function planDifference(before: Plan, after: Plan): readonly PartDifference[] {
  const settings = partDifference(after, {
    subject: "settings",
    id: "settings",
    before: settingsOf(before),
    after: settingsOf(after),
  });
  const rows = (["workload", "option", "scenario"] as const).flatMap((subject) => {
    const of = (plan: Plan) => plan[rowsOf[subject]] as readonly { readonly id: string }[];
    const ids = new Set([...of(before), ...of(after)].map(({ id }) => id));
    const find = (plan: Plan, id: string) =>
      (of(plan).find((row) => row.id === id) as Body) ?? null;
    return [...ids].map((id) =>
      partDifference(after, { subject, id, before: find(before, id), after: find(after, id) }),
    );
  });
  return [settings, ...rows].filter(({ kind, fields }) => kind !== "changed" || fields.length > 0);
}

function settingsOf({ workloads: _, options: __, scenarios: ___, ...settings }: Plan): Body {
  return settings;
}

/** A plan that holds nothing but the part, for what is known about its fields. */
function planOf({ subject, id }: Part, body: Body): Plan {
  const nothing = { workloads: [], options: [], scenarios: [] };
  if (subject === "settings") return { ...body, ...nothing } as unknown as Plan;
  return { ...nothing, [rowsOf[subject]]: [{ ...body, id }] } as unknown as Plan;
}

type Field = { readonly path: string; readonly before: unknown; readonly after: unknown };

function fieldDifferences(plan: Plan, part: Part, field: Field): readonly FieldDifference[] {
  if (part.subject === "scenario" && field.path === "changes")
    return changeDifferences(plan, field);
  if (part.subject === "settings" && field.path === "budgets")
    return budgetDifferences(plan, field);
  if (part.subject === "settings" && field.path === "exchangeRates") return rateDifferences(field);
  const { path, before, after } = field;
  const base = part.subject === "settings" ? "" : `${rowsOf[part.subject]}.${part.id}.`;
  const holders = [part.after, part.before].filter((body) => body !== null);
  const spec = holders
    .map((body) => specAt(planOf(part, body), `${base}${path}`))
    .find((found) => found !== undefined);
  const currencyOf = (body: Body | null) => String(body?.currency ?? plan.currency);
  const named = path.split(".");
  const plainly = plainLabel(named.findLast((key) => !/^\d+$/.test(key)) ?? path);
  const text = (value: unknown, body: Body | null): ValueText =>
    spec && isFigure(value)
      ? { text: figureValue(value.value, spec, currencyOf(body)), evidence: value.evidence }
      : { text: plainValue(plan, named.at(-1) ?? "", value, plainly.unit) };
  const label = withHolder(plan, spec?.label ?? plainly.label, named);
  const [was, is] = [text(before, part.before), text(after, part.after)];
  if (was.text !== is.text || !isFigure(before) || !isFigure(after))
    return [{ path, label, before: was, after: is }];
  return [
    {
      path,
      label: `${label}, its source`,
      before: { ...was, text: provenance(before) },
      after: { ...is, text: provenance(after) },
    },
  ];
}

const isFigure = (value: unknown): value is Figure =>
  isRecord(value) && "evidence" in value && "value" in value;

/** A throughput is named after the workload it serves, a budget after its year. */
function withHolder(plan: Plan, label: string, path: readonly string[]): string {
  const [list, name, inner] = path;
  if (list === "commitments" && name) return `${label}, ${name}`;
  if (list === "volumeDiscount" && name === "tiers" && inner) return `${label}, ${inner}`;
  if (list === "budgets" && name) return `${label}, ${name.toUpperCase()}`;
  if (list !== "throughput" || !name) return label;
  const workload = plan.workloads.find(({ id }) => id === name);
  return `${label}, ${workload?.name ?? name}`;
}

function provenance({ evidence, source, date, low, high, note }: Figure): string {
  const range =
    low === undefined && high === undefined ? "" : `range ${low ?? ""} to ${high ?? ""}`;
  return [evidence, source, date, range, note].filter(Boolean).join(", ");
}

/** Budgets that came or went, one line a fiscal year. */
function budgetDifferences(plan: Plan, { before, after }: Field): readonly FieldDifference[] {
  const [was, is] = [before, after].map((list) => (list ?? []) as readonly Budget[]);
  const years = new Set([...(was ?? []), ...(is ?? [])].map(({ fiscalYear }) => fiscalYear));
  return [...years].sort().flatMap((year) => {
    const of = (list: readonly Budget[] | undefined) =>
      list?.find(({ fiscalYear }) => fiscalYear === year);
    if (JSON.stringify(of(was)) === JSON.stringify(of(is))) return [];
    const label = `Budget, FY${year}`;
    return [
      {
        path: `budgets.fy${year}`,
        label,
        before: budgetText(plan, of(was)),
        after: budgetText(plan, of(is)),
      },
    ];
  });
}

function budgetText({ currency }: Plan, budget: Budget | undefined): ValueText {
  if (!budget || budget.amount.value === null) return { text: "no budget" };
  const { amount, basis } = budget;
  return {
    text: `${moneyFull(budget.amount.value, currency)} in ${basis}`,
    evidence: amount.evidence,
  };
}

/** Rates that came or went, one line a pair. */
function rateDifferences({ before, after }: Field): readonly FieldDifference[] {
  const [was, is] = [before, after].map((list) => (list ?? []) as readonly ExchangeRate[]);
  const paths = new Set([...(was ?? []), ...(is ?? [])].map(ratePath));
  return [...paths].flatMap((path) => {
    const of = (list: readonly ExchangeRate[] | undefined) =>
      list?.find((row) => ratePath(row) === path);
    if (JSON.stringify(of(was)) === JSON.stringify(of(is))) return [];
    const text = (row: ExchangeRate | undefined): ValueText =>
      row
        ? { text: exchangeRateText(row, row.rate.value), evidence: row.rate.evidence }
        : { text: "no rate" };
    const label = rateLabel(path) ?? path;
    return [{ path, label, before: text(of(was)), after: text(of(is)) }];
  });
}

/** A scenario's list of changes, one line an input. */
function changeDifferences(plan: Plan, { path, before, after }: Field): readonly FieldDifference[] {
  const [was, is] = [before, after].map((list) => (list ?? []) as readonly Change[]);
  const paths = new Set([...(was ?? []), ...(is ?? [])].map((change) => change.path));
  return [...paths].flatMap((input) => {
    const spec = specAt(plan, input);
    const of = (list: readonly Change[] | undefined) =>
      list?.find((change) => change.path === input)?.value;
    const text = (value: number | undefined): ValueText => {
      if (value === undefined) return { text: "as in Base" };
      return { text: spec ? figureValue(value, spec, currencyAt(plan, input)) : numberFull(value) };
    };
    if (of(was) === of(is)) return [];
    const label = spec?.label ?? input;
    return [{ path, label, before: text(of(was)), after: text(of(is)) }];
  });
}
