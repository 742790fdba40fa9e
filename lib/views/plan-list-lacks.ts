import type { Infeasibility, OptionProjection } from "@/lib/engine/types";
import { counted, listed } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import { firstStep } from "./empty";
import { inputNoun, ratesText } from "./links";
import { optionName } from "./names";
import { missingWordAt, problemsOf } from "./problems";
import type { Results } from "./results";

/** What a plan's answer lacks, in few words, and where to mend it. */
export type Lack = {
  readonly tone: "warn" | "bad" | "plain";
  readonly text: string;
  /** The whole reason, where the few words leave some of it out. */
  readonly detail?: string;
  readonly href?: string;
};

export const unreadable: Lack = {
  tone: "bad",
  text: "cannot be computed",
  detail: "What is stored of this plan no longer fits what this version can read.",
};

/** Null where every option is ranked. */
export function lackOf(results: Results, planId: string): Lack | null {
  const { plan, projection } = results;
  const step = firstStep(plan);
  if (step) {
    return { tone: "plain", text: `no ${step.tab} yet`, href: `/plans/${planId}/${step.tab}` };
  }
  const unranked = projection.options.filter(({ status }) => status !== "complete");
  const [first] = unranked;
  if (!first) return null;
  const problems = problemsOf(results, planId);
  const [mend] = problems;
  return {
    tone: unranked.some(({ status }) => status === "infeasible") ? "bad" : "warn",
    text:
      projection.ranking.length === 0 ? reasons(plan, unranked) : leftOut(plan, unranked, first),
    detail: problems.map(({ text }) => text).join(" "),
    ...(mend?.href ? { href: mend.href } : {}),
  };
}

/** "On-premises: server price unpriced", "2 options not ranked". */
function leftOut(plan: Plan, unranked: readonly OptionProjection[], first: OptionProjection) {
  return unranked.length === 1
    ? `${optionName(plan, first.optionId)}: ${reasonOf(plan, first)}`
    : `${counted(unranked.length, "option")} not ranked`;
}

/** Each reason once: "server price unpriced, infeasible without a bridge". */
function reasons(plan: Plan, unranked: readonly OptionProjection[]): string {
  const all = [...new Set(unranked.map((option) => reasonOf(plan, option)))];
  const rest = all.length - 2;
  return rest > 0 ? `${all.slice(0, 2).join(", ")}, ${rest} more` : all.join(", ");
}

function reasonOf(plan: Plan, { missing, infeasibilities }: OptionProjection): string {
  const [cause] = infeasibilities;
  if (cause) return causes[cause.kind];
  const rates = ratesText(missing);
  if (rates !== null) return rates;
  const labels = missing.map(({ path }) => inputNoun(plan, path));
  const shown = labels.slice(0, 2);
  const rest = labels.length - shown.length;
  return `${listed(rest > 0 ? [...shown, `${rest} more`] : shown)} ${missingWordAt(plan, missing)}`;
}

const causes: Record<Infeasibility["kind"], string> = {
  noBridge: "infeasible before its servers arrive",
  bridgeUnusable: "infeasible without its bridge",
  noThroughput: "infeasible without a throughput",
  serviceLevelMissed: "infeasible at this service level",
  noPart: "a portfolio without two options",
  partUnusable: "a portfolio whose option cannot serve",
  noTraining: "infeasible with training",
  requestsBeyondShare: "infeasible beyond the share its devices serve",
  tooFewDevices: "infeasible with so few devices",
  powerLimit: "infeasible with the power of its site",
  demandTooLarge: "infeasible at this demand",
};
