import type { SupplyOption } from "@/lib/schemas/option";
import type { Basis } from "./basis";
import { type InferenceEnergy, tokensPerKilowattHour, tokensPerSecondPerMegawatt } from "./carbon";
import { costPerMillionTokens } from "./cost-per-token";
import type { Load } from "./load";
import { noCapacity, type OptionParts, tooManyUnitsFrom } from "./option-parts";
import type { PlanDemand } from "./plan-demand";
import { projectPortfolio } from "./portfolio-option";
import { presentValue } from "./present-value";
import { at, multiplySeries, total } from "./series";
import { projectSingle } from "./single-option";
import { costLines, spentLines } from "./spend";
import { withTax } from "./tax";
import { totalsOf } from "./totals";
import { trace } from "./trace";
import type { CostLine, Infeasibility, OptionProjection, Series } from "./types";
import { unknownPower } from "./unknown-power";

/** Past this many served tokens a month a plan is refused. */
const mostTokens = 1e18;

/** What an option costs, and what there is that keeps it from being known. */
function pricedOption(basis: Basis, row: SupplyOption, demand: PlanDemand) {
  const discountRate = trace((read) =>
    read.figure(basis.assumptions, "discountRatePerYearFraction"),
  );
  const parts = withTax(basis, partsOf(basis, row, demand.load));
  const missing = [
    ...new Set([
      ...demand.missing,
      ...parts.lines.flatMap((line) => line.spend.missing),
      ...parts.remainingBookValue.missing,
      ...(parts.owedAtHorizon?.missing ?? []),
      ...(parts.alsoRead ?? []).flatMap((part) => part.missing),
      ...discountRate.missing,
    ]),
  ];
  const infeasibilities = [...parts.infeasibilities, ...tooLarge(parts, demand.servedTokens)];
  const complete = infeasibilities.length === 0 && missing.length === 0;
  return { parts, missing, infeasibilities, complete, discountRate };
}

/** Net present cost alone, by the same lines; null while it is not known. */
export function netPresentCostOf(
  basis: Basis,
  row: SupplyOption,
  demand: PlanDemand,
): number | null {
  const { parts, complete, discountRate } = pricedOption(basis, row, demand);
  if (!complete) return null;
  return presentValue(
    totalsOf(spentLines(parts.lines), "cash", basis.months).all,
    discountRate.value,
  );
}

/** One option on the whole demand: lines, totals and what they come to. */
export function projectOption(
  basis: Basis,
  row: SupplyOption,
  demand: PlanDemand,
): OptionProjection {
  const { parts, missing, infeasibilities, complete, discountRate } = pricedOption(
    basis,
    row,
    demand,
  );
  const lines = complete ? costLines(parts.lines) : [];
  return {
    optionId: row.id,
    kind: row.kind,
    status: complete ? "complete" : infeasibilities.length > 0 ? "infeasible" : "incomplete",
    missing: missing.map((path) => ({ path })),
    infeasibilities,
    warnings: parts.warnings,
    lines,
    capacity: complete ? parts.capacity : noCapacity(basis.months),
    powerUnknown: complete ? unknownPowerOf(row, parts, demand.load) : [],
    ...resultsOf(basis, lines, demand, {
      complete,
      discountRate: complete ? discountRate.value : 0,
      inferenceEnergy: complete ? parts.inferenceEnergy : undefined,
      carbon: complete ? parts.capacity.carbonKilograms : null,
      remainingBookValue: complete ? parts.remainingBookValue.value : 0,
      owedAtHorizon: complete ? (parts.owedAtHorizon?.value ?? 0) : 0,
      committedBeyondHorizon: complete ? (parts.committedBeyondHorizon?.value ?? 0) : 0,
    }),
  };
}

function unknownPowerOf({ id }: SupplyOption, parts: OptionParts, load: Load) {
  return parts.powerUnknown ?? (parts.inferenceEnergy ? [] : unknownPower(id, load));
}

function partsOf(basis: Basis, row: SupplyOption, load: Load): OptionParts {
  return row.kind === "portfolio"
    ? projectPortfolio(basis, row, load)
    : projectSingle(basis, row, load);
}

/** Refused before numbers lose their meaning. */
function tooLarge(parts: OptionParts, servedTokens: Series): Infeasibility[] {
  const byTokens = servedTokens.findIndex((tokens) => tokens > mostTokens);
  if (byTokens >= 0) {
    return [{ kind: "demandTooLarge", month: byTokens, tokens: at(servedTokens, byTokens) }];
  }
  const month = tooManyUnitsFrom(parts);
  if (month === null) return [];
  const servers = at(parts.capacity.servers, month);
  return [{ kind: "demandTooLarge", month, tokens: at(servedTokens, month), servers }];
}

function energyOf(
  servedTokens: Series,
  energy: InferenceEnergy | undefined,
): OptionProjection["inferenceEnergy"] {
  if (energy === undefined) return null;
  const { servedFraction, energyKwh } = energy;
  return { servedTokens: multiplySeries(servedTokens, servedFraction), energyKwh };
}

/** Cost per token rests on accrual inference cost, and on served tokens. docs/model.md, "Cost per token". */
function resultsOf(
  basis: Basis,
  lines: readonly CostLine[],
  { servedTokens, outputTokens }: { readonly servedTokens: Series; readonly outputTokens: Series },
  money: {
    readonly complete: boolean;
    readonly discountRate: number;
    readonly inferenceEnergy: InferenceEnergy | undefined;
    readonly carbon: Series | null;
    readonly remainingBookValue: number;
    readonly owedAtHorizon: number;
    readonly committedBeyondHorizon: number;
  },
) {
  const cash = totalsOf(lines, "cash", basis.months);
  const accrual = totalsOf(lines, "accrual", basis.months);
  const inference = total(accrual.inference);
  const perKilowattHour = tokensPerKilowattHour(servedTokens, money.inferenceEnergy);
  const perMillion = (cost: number, tokens: number) =>
    money.complete ? costPerMillionTokens(cost, tokens) : null;
  return {
    cash,
    accrual,
    inferenceEnergy: energyOf(servedTokens, money.inferenceEnergy),
    costPerMillionTokens: accrual.inference.map((cost, month) =>
      perMillion(cost, at(servedTokens, month)),
    ),
    summary: {
      cash: total(cash.all),
      accrual: total(accrual.all),
      netPresentCost: presentValue(cash.all, money.discountRate),
      inference,
      training: total(accrual.training),
      costPerMillionTokens: perMillion(inference, total(servedTokens)),
      costPerMillionOutputTokens: perMillion(inference, total(outputTokens)),
      remainingBookValue: money.remainingBookValue,
      owedAtHorizon: money.owedAtHorizon,
      committedBeyondHorizon: money.committedBeyondHorizon,
      carbonKilograms: money.carbon === null ? null : total(money.carbon),
      tokensPerKilowattHour: perKilowattHour,
      tokensPerSecondPerMegawatt: tokensPerSecondPerMegawatt(perKilowattHour),
    },
  };
}
