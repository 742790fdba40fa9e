import type * as z from "zod/mini";
import { rateLabel } from "./exchange-rate";
import { type SupplyOption, supplyOption } from "./option";
import { figuresIn, specAt } from "./paths";
import { type Plan, type PlanFile, type PlanSettings, plan, planSettings } from "./plan";
import { envelopeIssue } from "./plan-file";
import { type ReferenceIssue, referenceIssues } from "./references";
import { type Scenario, scenario } from "./scenario";
import { shownValue } from "./shown";
import { isRecord, segmentOf } from "./walk";
import { type InputIssue, toIssues } from "./wording";
import { type Workload, workload } from "./workload";

export type { InputIssue } from "./wording";

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly InputIssue[] };

/** More than these helps nobody, and a hostile file could make millions. */
const maxIssues = 50;

const refuse = (issues: readonly InputIssue[]): Checked<never> => ({
  ok: false,
  issues: issues.slice(0, maxIssues),
});

/** A whole plan from outside, rows named in the messages. */
export function checkPlan(input: unknown): Checked<Plan> {
  const parsed = plan.safeParse(input);
  if (!parsed.success)
    return refuse(toIssues(plan, input, parsed.error.issues).map((issue) => named(input, issue)));
  const issues = [
    ...endsIssues(plan, parsed.data, "").map((issue) => named(input, issue)),
    ...referenceIssues(parsed.data).map(withHolder),
  ];
  return issues.length > 0 ? refuse(issues) : { ok: true, value: parsed.data };
}

/** The content of a plan file, after JSON.parse. */
export function checkPlanFile(input: unknown, check = checkPlan): Checked<PlanFile> {
  const issue = envelopeIssue(input);
  if (issue) return refuse([issue]);
  const file = input as { readonly plan: unknown };
  const checked = check(file.plan);
  if (!checked.ok) return checked;
  return { ok: true, value: { loadline: "plan", schemaVersion: 1, plan: checked.value } };
}

export const checkWorkload = (held: Plan, input: unknown): Checked<Workload> =>
  checkRow(held, "workloads", workload, input);

export const checkOption = (held: Plan, input: unknown): Checked<SupplyOption> =>
  checkRow(held, "options", supplyOption, input);

export const checkScenario = (held: Plan, input: unknown): Checked<Scenario> =>
  checkRow(held, "scenarios", scenario, input);

export function checkSettings(held: Plan, input: unknown): Checked<PlanSettings> {
  const parsed = planSettings.safeParse(input);
  if (!parsed.success)
    return refuse(
      toIssues(planSettings, input, parsed.error.issues, held.currency).map((issue) =>
        named(input, issue),
      ),
    );
  const settings = parsed.data;
  const known = new Set(referenceIssues(held).map(({ path }) => path));
  const issues = referenceIssues(withoutLostFigures({ ...held, ...settings }))
    .filter(({ path }) => path.startsWith("assumptions.") || !known.has(path))
    .map((issue) =>
      issue.holder === null ? issue : { ...withHolder(issue), path: "horizonMonths" },
    );
  const all = [
    ...endsIssues(planSettings, settings, "").map((issue) => named(settings, issue)),
    ...issues.map(({ path, message }) => ({ path, message })),
  ];
  return all.length > 0 ? refuse(all) : { ok: true, value: settings };
}

/** Taking a budget or a rate out hides what scenarios say about it, as deleting a row does. */
function withoutLostFigures(plan: Plan): Plan {
  const isLost = (path: string) =>
    /^(budgets|exchangeRates)\./.test(path) && specAt(plan, path) === undefined;
  return {
    ...plan,
    scenarios: plan.scenarios.map((scenario) => ({
      ...scenario,
      changes: scenario.changes.filter(({ path }) => !isLost(path)),
    })),
  };
}

type Rows = "workloads" | "options" | "scenarios";

function checkRow<T extends Plan[Rows][number]>(
  held: Plan,
  rows: Rows,
  schema: z.ZodMiniType<T>,
  input: unknown,
): Checked<T> {
  const base = `${rows}.${segmentOf(input, held[rows].length)}`;
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    return refuse(
      toIssues(schema, input, parsed.error.issues, currencyOf(input, held)).map(
        ({ path, message }) => ({
          path: path === "" ? base : `${base}.${path}`,
          message,
        }),
      ),
    );
  const row = parsed.data;
  const next = { ...held, [rows]: [...held[rows].filter(({ id }) => id !== row.id), row] } as Plan;
  const issues = referenceIssues(next).filter(({ path }) => path.startsWith(`${base}.`));
  const all = [
    ...endsIssues(schema, row, base),
    ...issues.map(({ path, message }) => ({ path, message })),
  ];
  return all.length > 0 ? refuse(all) : { ok: true, value: row };
}

/** Of the row's amounts: its own, else the plan's. */
const currencyOf = (row: unknown, { currency }: Plan) =>
  isRecord(row) && typeof row.currency === "string" ? row.currency : currency;

/** A low end above its high end, which no single figure's bounds can show. */
export function endsIssues(schema: z.core.$ZodType, value: unknown, base: string): InputIssue[] {
  if (!hasCrossedEnds(value)) return [];
  return figuresIn(schema, value, base)
    .filter(({ figure: { low, high } }) => low !== undefined && high !== undefined && low > high)
    .map(({ path, spec, figure: { low = 0, high = 0 } }) => ({
      path: `${path}.low`,
      message: `Low end of ${spec.label} is ${shownValue(spec, low)}, above its high end of ${shownValue(spec, high)}. Swap them, or leave one out.`,
    }));
}

/** Whether it is worth a look at which figure it is: nearly always it is none. */
export function hasCrossedEnds(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasCrossedEnds);
  const { low, high } = value as { readonly low?: unknown; readonly high?: unknown };
  if (typeof low === "number" && typeof high === "number" && low > high) return true;
  for (const key in value) if (hasCrossedEnds((value as Record<string, unknown>)[key])) return true;
  return false;
}

const withHolder = ({ path, message, holder }: ReferenceIssue): InputIssue => ({
  path,
  message: holder === null ? message : `${holder}: ${message}`,
});

/** Puts the row's name before the message, so that a reader of a file finds it. */
function named(input: unknown, issue: InputIssue): InputIssue {
  const [rows = "", segment, ...rest] = issue.path.split(".");
  if (rows === "budgets" && segment !== undefined)
    return { ...issue, message: `${budgetName(segment)}: ${issue.message}` };
  if (rows === "exchangeRates" && segment !== undefined)
    return { ...issue, message: `${rateName(segment)}: ${issue.message}` };
  if (
    segment === undefined ||
    !isRecord(input) ||
    !["workloads", "options", "scenarios"].includes(rows)
  )
    return issue;
  const list = input[rows];
  if (!Array.isArray(list)) return issue;
  const index = list.findIndex((row, at) => segmentOf(row, at) === segment);
  const name: unknown = list[index]?.name;
  const place = `${rows.charAt(0).toUpperCase()}${rows.slice(1, -1)} ${index + 1}`;
  const holder = typeof name === "string" && name.trim() !== "" ? name.slice(0, 80) : place;
  const part =
    rest[0] === "throughput" && rest.length > 2 ? `${holder}, throughput for ${rest[1]}` : holder;
  return { ...issue, message: `${part}: ${issue.message}` };
}

/** "FY2028" for the budget of that year, "Budget 3" for one whose year cannot be read. */
const budgetName = (segment: string) =>
  segment.startsWith("fy") ? segment.toUpperCase() : `Budget ${Number(segment) + 1}`;

const rateName = (segment: string) =>
  rateLabel(`exchangeRates.${segment}`) ?? `Exchange rate ${Number(segment) + 1}`;
