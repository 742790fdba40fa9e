import type { OptionProjection, PlanWarning, Warning } from "@/lib/engine/types";
import { counted, dateText, money, numberFull, share } from "@/lib/format";
import { hasQuote } from "@/lib/schemas/has-quote";
import { agreed, does } from "./agree";
import { inputHref } from "./links";
import { monthAt } from "./months";
import { optionName, workloadName } from "./names";
import type { Results } from "./results";
import type { Problem } from "./types";

/** What to know of the workloads, and of options that are ranked. */
export function notesOf(results: Results, planId: string): readonly Problem[] {
  const { options, warnings } = results.projection;
  return [
    ...warnings.map((warning) => planWarned(results, planId, warning)),
    ...options
      .filter(({ status }) => status === "complete")
      .flatMap((option) => notesOfOption(results, planId, option)),
  ];
}

function planWarned({ plan, projection }: Results, planId: string, warning: PlanWarning): Problem {
  const name = workloadName(plan, warning.workloadId);
  return {
    id: `${warning.workloadId}.${warning.kind}`,
    tone: "warn",
    text: `${name} costs nothing here: its first run is in month ${warning.firstRunMonth}, and the plan ends with month ${projection.months}.`,
    linkText: "Change the first run",
    href: inputHref(planId, warning.path),
  };
}

function notesOfOption(
  results: Results,
  planId: string,
  option: OptionProjection,
): readonly Problem[] {
  const row = results.plan.options.find(({ id }) => id === option.optionId);
  const isEstimate = row?.kind === "on-premises" && !hasQuote(row.quote);
  return option.warnings
    .filter(({ kind }) => !(kind === "quoteExpires" && isEstimate))
    .map((warning, index) => warned(results, planId, { option, warning, index }));
}

const lengths = (input: number, output: number) =>
  `${numberFull(input, 0)} tokens in and ${numberFull(output, 0)} out`;

type Warned = {
  readonly option: OptionProjection;
  readonly warning: Warning;
  readonly index: number;
};

function warned(results: Results, planId: string, { option, warning, index }: Warned): Problem {
  const name = optionName(results.plan, option.optionId);
  const common = { id: `${option.optionId}.warning.${index}`, tone: "warn" as const };
  switch (warning.kind) {
    case "fullUtilization":
      return {
        ...common,
        text: `${does(name, "is")} planned at 100% utilization: nothing is left for a busier hour.`,
        linkText: "Change the ceiling",
        href: inputHref(planId, warning.path),
      };
    case "lengthsFarFromMeasured":
      return {
        ...common,
        text: `The throughput of ${name} for ${workloadName(results.plan, warning.workloadId)} was measured at ${lengths(warning.measuredInputTokens, warning.measuredOutputTokens)}; the workload has ${lengths(warning.inputTokens, warning.outputTokens)}. At twice or half of a length a rate is another one.`,
        linkText: "Check the throughput",
        href: inputHref(planId, warning.path),
      };
    case "quoteExpires":
      return {
        ...common,
        text: `${does(name, "orders")} again in ${monthAt(results.projection.startMonth, warning.fromMonth)}; the quote is valid until ${dateText(warning.validUntil)}. Later orders follow the server price path.`,
        linkText: "Open the quote",
        href: inputHref(planId, warning.path ?? `options.${option.optionId}.quote.validUntil`),
      };
    case "ownedPastLife":
      return {
        ...common,
        text: `${does(name, "counts")} servers older than their useful life: they serve nothing and are written off in month 1.`,
        linkText: "Check their age",
        href: inputHref(planId, warning.path),
      };
    case "commitmentOver":
      return {
        ...common,
        text: `${does(name, "has")} a commitment that has run for all ${counted(warning.termMonths, "month")} of its term before the plan: nothing of that term is left.`,
        linkText: "Check the commitment",
        href: inputHref(planId, warning.path),
      };
    case "commitmentUnused":
      return {
        ...common,
        text: `${does(name, "pays")} for committed instances that nothing needs from ${monthAt(results.projection.startMonth, warning.fromMonth)} on: ${share(warning.unusedFraction)} of the committed hours.`,
        linkText: "Check the commitments",
        href: inputHref(planId, warning.path),
      };
    case "committedBeyondHorizon":
      return {
        ...common,
        text: `${does(name, "stays")} committed for ${counted(warning.months, "month")} after the plan: ${money(warning.amount, results.plan.currency)} more to pay, in no total here.`,
        linkText: "Check the terms",
        href: inputHref(planId, warning.path),
      };
    case "exitFeeAfterHorizon": {
      const { amount, month } = warning;
      const due = `in month ${month + 1}, and the plan ends with month ${results.projection.months}`;
      return {
        ...common,
        text:
          amount === null
            ? `An exit fee of ${name} is not known. It falls due ${due}: it is in no total here.`
            : `${does(name, "leaves")} servers after the plan: an exit fee of ${money(amount, results.plan.currency)} falls due ${due}. It is in no total here.`,
        linkText: "Check the exit fee",
        href: inputHref(planId, warning.path),
      };
    }
    case "commitmentAfterHorizon":
      return {
        ...common,
        text: `A commitment of ${name} changes nothing here: it starts in month ${warning.startMonth}, and the plan ends with month ${results.projection.months}.`,
        linkText: "Change the start",
        href: inputHref(planId, warning.path),
      };
    case "paidPastService":
      return {
        ...common,
        text: `${does(name, "pays")} for servers ${counted(warning.months, "month")} after they leave: the term is longer than they serve.`,
        linkText: "Check the term",
        href: inputHref(planId, warning.path),
      };
    case "freeLease":
      return {
        ...common,
        text: `${does(name, "leases")} servers for nothing: a residual of the whole price at a rate of 0% leaves nothing to pay.`,
        linkText: "Check the lease",
        href: inputHref(planId, warning.path),
      };
    case "stageUnused":
      return {
        ...common,
        text: `${name} never ${agreed(name, "uses")} ${optionName(results.plan, warning.partOptionId)}: the switch leaves it no month of the plan.`,
        linkText: "Change the switch",
        href: inputHref(planId, warning.path),
      };
    case "owedAtHorizon":
      return {
        ...common,
        text: `${does(name, "owes")} ${money(warning.amount, results.plan.currency)} after the plan for servers bought within it, in no total here.`,
        linkText: "Check the terms",
        href: inputHref(planId, warning.path),
      };
  }
}
