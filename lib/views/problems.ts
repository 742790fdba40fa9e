import type { Infeasibility, OptionProjection } from "@/lib/engine/types";
import { counted, figureText, listed, quantity, share } from "@/lib/format";
import { missingWord, type Unit } from "@/lib/schemas/figure";
import { fieldSpecAt } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { does } from "./agree";
import { inputHref, inputNoun, inputOwner, ratesText } from "./links";
import { missedTarget, missedText } from "./missed-service-level";
import { monthAt, monthNumber, monthRange } from "./months";
import { optionName, workloadName } from "./names";
import type { Results } from "./results";
import type { Problem } from "./types";

/** Why options take no rank, in words, and where to mend it; one line for a cause they share. */
export function problemsOf(results: Results, planId: string): readonly Problem[] {
  const { options } = results.projection;
  const sharing = options.filter(({ infeasibilities }) => infeasibilities.some(isTooManyTokens));
  const shared = sharing.length > 1 ? sharing : [];
  return options
    .filter((option) => !shared.slice(1).includes(option))
    .flatMap((option) =>
      problemsOfOption(results, planId, option, shared.includes(option) ? shared : [option]),
    );
}

/** Why one option takes no rank; `named` are those of whom it is said. */
export function problemsOfOption(
  results: Results,
  planId: string,
  option: OptionProjection,
  named: readonly OptionProjection[] = [option],
): readonly Problem[] {
  const names = named.map(({ optionId }) => optionName(results.plan, optionId));
  const unranked = `${names.length > 1 ? `${listed(names)} are` : does(names[0] ?? "", "is")} not ranked`;
  return [
    ...missingOf(results.plan, planId, option),
    ...causesOf(option).map((reason, index) =>
      infeasible(results, planId, { option, reason, index, unranked }),
    ),
  ];
}

/** Past what can be computed nothing else that was found says anything. */
function causesOf({ infeasibilities }: OptionProjection): readonly Infeasibility[] {
  const tooLarge = infeasibilities.find(({ kind }) => kind === "demandTooLarge");
  return tooLarge ? [tooLarge] : infeasibilities;
}

/** Demand is the plan's own, so this cause is the same for every option. */
function isTooManyTokens(reason: Infeasibility): boolean {
  return reason.kind === "demandTooLarge" && reason.servers === undefined;
}

function missingOf(plan: Plan, planId: string, option: OptionProjection): Problem[] {
  const [first] = option.missing;
  if (option.status !== "incomplete" || !first) return [];
  const rates = ratesText(option.missing);
  if (rates !== null) {
    return [
      {
        id: `${option.optionId}.missing`,
        tone: "warn",
        text: `${does(optionName(plan, option.optionId), "is")} not ranked: the plan has ${rates}.`,
        linkText: option.missing.length === 1 ? "Add the rate" : "Add the rates",
        href: inputHref(planId, first.path),
      },
    ];
  }
  const word = missingWordAt(plan, option.missing);
  const label = (path: string) => inputNoun(plan, path);
  const own = option.missing.slice(0, 3).map(({ path }) => {
    const owner = inputOwner(plan, path);
    return path.startsWith(`options.${option.optionId}.`)
      ? label(path)
      : `${label(path)} (${owner})`;
  });
  const rest = option.missing.length - own.length;
  const names = rest > 0 ? [...own, `${rest} more`] : own;
  return [
    {
      id: `${option.optionId}.missing`,
      tone: "warn",
      text: `${does(optionName(plan, option.optionId), "is")} not ranked: ${listed(names)} ${names.length === 1 ? "is" : "are"} ${word}.`,
      linkText: `Add ${label(first.path)}`,
      href: inputHref(planId, first.path),
    },
  ];
}

/** "unpriced" for prices alone, "missing" where anything else is among them. */
export function missingWordAt(plan: Plan, missing: OptionProjection["missing"]) {
  const specs = missing.map(({ path }) => fieldSpecAt(plan, path));
  return missingWord(...specs.map((spec): Unit => spec?.unit ?? "count"));
}

type Reasoned = {
  readonly option: OptionProjection;
  readonly reason: Infeasibility;
  readonly index: number;
  /** "Cloud H200 is not ranked". */
  readonly unranked: string;
};

function infeasible(
  results: Results,
  planId: string,
  { option, reason, index, unranked }: Reasoned,
): Problem {
  const { plan } = results;
  const at = (field: string) => inputHref(planId, `options.${option.optionId}.${field}`);
  const common = { id: `${option.optionId}.infeasible.${index}`, tone: "bad" as const };
  switch (reason.kind) {
    case "noBridge":
      return {
        ...common,
        text: `${unranked}: nothing serves ${monthRange(reason.fromMonth, reason.toMonth)}, before its servers are in service.`,
        linkText: "Choose a bridge option",
        href: at("bridgeOptionId"),
      };
    case "bridgeUnusable":
      return {
        ...common,
        text: `${unranked}: its bridge, ${optionName(plan, reason.bridgeOptionId)}, cannot be computed itself.`,
        linkText: "Choose another bridge",
        href: at("bridgeOptionId"),
      };
    case "noThroughput":
      return {
        ...common,
        text: `${unranked}: it has no throughput for ${workloadName(plan, reason.workloadId)}.`,
        linkText: "Add the throughput",
        href: at(`throughput.${reason.workloadId}`),
      };
    case "serviceLevelMissed":
      return {
        ...common,
        text: `${unranked}: ${missedText(plan, reason)} Loosen the target, or enter another throughput.`,
        linkText: "Change the target",
        href: inputHref(planId, missedTarget(reason)),
      };
    case "noPart":
      return {
        ...common,
        text: `${unranked}: it names no ${reason.part} option.`,
        linkText: "Choose the option",
        href: at(`${reason.part}OptionId`),
      };
    case "partUnusable":
      return {
        ...common,
        text: `${unranked}: ${optionName(plan, reason.partOptionId)} cannot serve its share of the work.`,
        linkText: `Open ${optionName(plan, reason.partOptionId)}`,
        href: inputHref(planId, `options.${reason.partOptionId}`),
      };
    case "noTraining":
      return {
        ...common,
        text: `${unranked}: its devices serve and do not train, and the plan trains.`,
        linkText: "Open the option",
        href: inputHref(planId, `options.${option.optionId}`),
      };
    case "requestsBeyondShare":
      return {
        ...common,
        text: `${unranked}: it is asked for ${share(reason.requestsFraction)} of the requests of ${workloadName(plan, reason.workloadId)}, and its devices can serve ${share(reason.servableFraction)}. A portfolio gives the others to another option.`,
        linkText: "Change the share",
        href: at("servableFraction"),
      };
    case "tooFewDevices":
      return {
        ...common,
        text: `${unranked}: in ${monthNumber(reason.month)}, ${monthAt(results.projection.startMonth, reason.month)}, the peak needs ${counted(reason.needed, "device")}, and there ${reason.devices === 1 ? "is" : "are"} ${quantity(reason.devices)}.`,
        linkText: "Change the devices",
        href: at("devices"),
      };
    case "powerLimit":
      return {
        ...common,
        text: `${unranked}: in ${monthNumber(reason.month)}, ${monthAt(results.projection.startMonth, reason.month)}, its servers may draw ${figureText(reason.kilowatts, "kilowatts", plan.currency)}; the site has ${figureText(reason.availableKilowatts, "kilowatts", plan.currency)}.`,
        linkText: "Change the site",
        href: at("sitePower"),
      };
    case "demandTooLarge":
      return {
        ...common,
        text: `${unranked}: from ${monthNumber(reason.month)}, ${monthAt(results.projection.startMonth, reason.month)}, demand is past what can be computed (${tooMuch(reason)}).`,
        linkText: "Check the growth",
        href: inputHref(planId, `workloads.${plan.workloads[0]?.id ?? ""}.growth`),
      };
  }
}

function tooMuch({ tokens, servers }: Extract<Infeasibility, { kind: "demandTooLarge" }>): string {
  return servers === undefined
    ? `${quantity(tokens)} tokens a month`
    : counted(Number.isFinite(servers) ? servers : 0, "server");
}
