import { project } from "@/lib/engine";
import { counted, instantText, listed, money } from "@/lib/format";
import type { By, HistoryEntry, PartSubject, PlanVersion } from "@/lib/schemas/history";
import type { OptionKind } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import { optionName } from "./names";
import { type PartDifference, partDifference, planDifference } from "./plan-difference";
import { planAnswer } from "./plan-list";
import { completeOptions, type Results } from "./results";

export type WhoText = { readonly name: string; readonly keyName: string | null };

/** "you" for the reader's own, the name for another's; what came before history is nobody's. */
export function whoText({ name, keyName, isYou }: By): WhoText {
  return { name: isYou ? "you" : (name ?? "before history was kept"), keyName };
}

export type HistoryItem = {
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly atText: string;
  readonly who: WhoText;
  readonly parts: readonly PartDifference[];
  /** What is said in place of the parts where the plan, or its history, began. */
  readonly beginning: string | null;
};

export function historyItem(plan: Plan, entry: HistoryEntry): HistoryItem {
  const { version, at, by, isBeginning, parts } = entry;
  return {
    version,
    at,
    atText: instantText(at),
    who: whoText(by),
    parts: isBeginning ? [] : parts.map((part) => partDifference(plan, part)),
    beginning: isBeginning ? beginningText(entry) : null,
  };
}

function beginningText({ version, parts, by }: HistoryEntry): string {
  const count = (subject: string) => parts.filter((part) => part.subject === subject).length;
  const rows = (["workload", "option", "scenario"] as const)
    .map((subject) => [count(subject), subject] as const)
    .filter(([many]) => many > 0)
    .map(([many, subject]) => counted(many, subject));
  const holds = rows.length === 0 ? "without rows" : `with ${listed(rows)}`;
  return version === 1 && by.userId !== null
    ? `The plan began, ${holds}.`
    : `History begins here, ${holds}.`;
}

export type ComparedAnswer = {
  readonly version: number;
  readonly atText: string;
  readonly cheapest: { readonly name: string; readonly kind: OptionKind } | null;
  readonly lead: string;
  /** By option id. */
  readonly totals: ReadonlyMap<string, string>;
};

export type ComparedOption = {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
};

export type VersionComparison = {
  readonly from: Omit<ComparedAnswer, "totals">;
  readonly to: Omit<ComparedAnswer, "totals">;
  readonly options: readonly ComparedOption[];
  readonly parts: readonly PartDifference[];
};

/** Two versions of a plan beside each other: what was changed, and what that does to the answer. */
export function versionComparison(
  planId: string,
  from: PlanVersion,
  to: PlanVersion,
): VersionComparison {
  const [{ totals: before, ...was }, { totals: after, ...is }] = [
    answerAt(planId, from),
    answerAt(planId, to),
  ];
  const ids = [...new Set([...to.plan.options, ...from.plan.options].map(({ id }) => id))];
  const nameOf = (id: string) =>
    to.plan.options.some((option) => option.id === id)
      ? optionName(to.plan, id)
      : optionName(from.plan, id);
  return {
    from: was,
    to: is,
    options: ids.map((id) => ({
      id,
      name: nameOf(id),
      before: before.get(id) ?? "not there",
      after: after.get(id) ?? "not there",
    })),
    parts: planDifference(from.plan, to.plan),
  };
}

function answerAt(planId: string, { version, at, plan }: PlanVersion): ComparedAnswer {
  const answer = planAnswer(planId, plan);
  const results: Results = { plan, projection: project(plan), view: "cash" };
  const complete = new Map(
    completeOptions(results.projection).map((option) => [
      option.optionId,
      money(option.summary.cash, plan.currency),
    ]),
  );
  const { lead } = answer.found ? answer : { lead: null };
  return {
    version,
    atText: instantText(at),
    cheapest: answer.found ? answer.cheapest : null,
    lead: lead ? [lead.text, lead.detail].filter(Boolean).join(", ") : "no complete option",
    totals: new Map(plan.options.map(({ id }) => [id, complete.get(id) ?? "not ranked"])),
  };
}

/** What the part is called whose history is shown, also where it was deleted. */
export function partTitle(
  plan: Plan,
  { subject, id }: { readonly subject: PartSubject; readonly id: string | null },
  entries: readonly HistoryEntry[],
): string {
  if (subject === "settings") return "the plan’s settings";
  const rows = { workload: plan.workloads, option: plan.options, scenario: plan.scenarios };
  const row = rows[subject].find((held) => held.id === id);
  return row?.name ?? entries[0]?.parts[0]?.name ?? id ?? "";
}
