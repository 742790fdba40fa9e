import { figureAt, peakToMean, shapeLevels } from "@/lib/engine";
import type { CostLine, OptionProjection, View } from "@/lib/engine/types";
import { counted, dateText, figureText, moneyFull, numberFull, share } from "@/lib/format";
import type { EvidenceClass, Figure } from "@/lib/schemas/figure";
import { specAt } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { convertedText, currencyAt } from "./currency";
import { explainedFront } from "./explain-front";
import { formulaOf } from "./formulas";
import { inputHref, inputOwner } from "./links";
import { depreciationNames, lineNames, taxDepreciationNames } from "./names";
import { quoteOriginHref } from "./quote-origin";
import { figureBasis } from "./rate-basis";

/** An input as far down as it goes: value, unit, mark, source, date, link. */
export type ExplainedInput = {
  readonly path: string;
  readonly owner: string;
  readonly label: string;
  readonly value: string;
  readonly evidence?: EvidenceClass;
  readonly source?: string;
  readonly url?: string;
  /** The quote that says it, at the revision used, with its lines marked. */
  readonly quoteHref?: string;
  readonly note?: string;
  /** In the plan's currency, with the rates used, where it is in another. */
  readonly converted?: string;
  /** The plan's own value, where a scenario or a slider has another. */
  readonly base?: string;
  readonly href: string;
};

export type LineExplanation = {
  readonly title: string;
  readonly formula: string;
  readonly inputs: readonly ExplainedInput[];
};

type LineRequest = {
  readonly planId: string;
  readonly plan: Plan;
  readonly basePlan: Plan;
  readonly option: OptionProjection;
  readonly line: CostLine;
  readonly view: View;
  readonly amount: number;
};

/** One line of a figure: what it comes to, how it is computed, and every input of it. */
export function explainLine(request: LineRequest): LineExplanation {
  const { plan, option, line, amount } = request;
  return {
    title: `${lineNames[line.id]}, ${line.use}: ${moneyFull(amount, plan.currency)}`,
    formula: formulaOf(line.id, option.kind),
    inputs: line.inputs.map((path) => explainInput(request, path)),
  };
}

function explainInput({ planId, plan, basePlan }: LineRequest, path: string): ExplainedInput {
  const common = { path, owner: inputOwner(plan, path), href: inputHref(planId, path) };
  const figure = figureAt(plan, path);
  const spec = specAt(plan, path);
  if (!figure || !spec) return { ...common, ...curveAt(plan, path) };
  const base = figureAt(basePlan, path);
  const changed = base !== undefined && base.value !== figure.value;
  const converted = convertedText(plan, { path, spec, figure });
  const currency = currencyAt(plan, path);
  const quoteHref = quoteOriginHref(plan, path);
  return {
    ...common,
    ...(quoteHref !== null && { quoteHref }),
    label: spec.label,
    value: figureText(figure.value, spec.unit, currency),
    ...(converted !== undefined && { converted }),
    evidence: figure.evidence,
    ...provenance(figure),
    ...(isUnmeasuredRate(path, figure) && { note: figureBasis(figure) }),
    ...(changed && { base: figureText(base.value, spec.unit, currency) }),
  };
}

function provenance(figure: Pick<Figure, "source" | "url" | "date" | "note">) {
  const source = [figure.source, figure.date && dateText(figure.date)].filter(Boolean).join(", ");
  return {
    ...(source && { source }),
    ...(figure.url && { url: figure.url }),
    ...(figure.note && { note: figure.note }),
  };
}

/** The rate of a throughput says when nobody measured it, and how far off it may be. */
const isUnmeasuredRate = (path: string, { evidence }: Figure) =>
  path.includes(".throughput.") && path.endsWith("TokensPerSecond") && evidence === "estimated";

const curveLabels: Record<string, string> = {
  growth: "Demand growth",
  season: "Season",
  volumeDiscount: "Volume discount",
  loadShape: "Load shape",
  runSchedule: "Runs by month",
  hardwarePricePath: "Server price change",
  cloudPricePath: "Cloud rental change",
  apiPricePath: "API price change",
  gridIntensityPath: "Grid intensity change",
  powerPricePath: "Power price change",
  staffCostPath: "Staff cost change",
  depreciationMethod: "Depreciation",
  residualCurve: "Residual value by age",
  otherPricePath: "Other costs change",
  taxDepreciation: "Tax depreciation",
};

/** How an option's own choice reads: its depreciation, its residual value by age. */
function choiceOf(plan: Plan, optionId: string | undefined, field: string) {
  const option = plan.options.find(({ id }) => id === optionId);
  if (option?.kind !== "on-premises") return { value: "as drawn" };
  const { depreciationMethod, residualCurve } = option;
  if (field === "depreciationMethod" && depreciationMethod) {
    return { value: depreciationNames[depreciationMethod] };
  }
  if (field !== "residualCurve" || !residualCurve) return { value: "as drawn" };
  const shown = residualCurve.points.map(
    (point) => `${share(point.fraction)} at ${counted(point.ageMonths, "month")}`,
  );
  return {
    value: shown.join(", "),
    evidence: residualCurve.evidence,
    ...provenance(residualCurve),
  };
}

/** An input that is a whole curve or a choice, not a single figure. */
function curveAt(plan: Plan, path: string) {
  const [room, id, field] = path.split(".");
  const name = (room === "assumptions" ? id : field) ?? path;
  const curve =
    room === "assumptions"
      ? Object.entries(plan.assumptions).find(([key]) => key === id)?.[1]
      : room === "workloads"
        ? plan.workloads.find((row) => row.id === id)?.growth
        : undefined;
  const label = curveLabels[name] ?? name;
  const workload = plan.workloads.find((row) => row.id === id);
  if (name === "season" && workload?.kind === "inference" && workload.season) {
    return { label, value: `January to December: ${workload.season.join(", ")}` };
  }
  if (name === "loadShape" && workload?.kind === "inference" && workload.loadShape) {
    const { loadShape } = workload;
    const value = `${loadShape.name ?? "Own numbers"}, ${numberFull(peakToMean(shapeLevels(loadShape)), 2)} x at its highest hour`;
    return { label, value, evidence: loadShape.evidence, ...provenance(loadShape) };
  }
  if (name === "runSchedule" && workload?.kind === "training" && workload.runSchedule) {
    const { runSchedule } = workload;
    const shown = runSchedule.runs.map(
      ({ month, count }) => `${counted(count, "run")} in month ${month + 1}`,
    );
    const { evidence } = runSchedule;
    return { label, value: shown.join(", "), evidence, ...provenance(runSchedule) };
  }
  if (room === "options" && name === "throughput") return explainedFront(plan, path);
  if (room === "options") return { label, ...choiceOf(plan, id, name) };
  if (typeof curve === "object" && curve !== null && "kind" in curve && curve.kind === "steps") {
    const shown = curve.steps.map(({ month, factor }) => `${factor} x from month ${month + 1}`);
    return { label, value: shown.join(", "), evidence: curve.evidence, ...provenance(curve) };
  }
  if (name === "taxDepreciation") {
    return { label, value: taxDepreciationNames[plan.assumptions.taxDepreciation ?? "book"] };
  }
  if (typeof curve === "object" && curve !== null && "kind" in curve && curve.kind === "drawn") {
    const shown = curve.points.map(({ month, factor }) => `${factor} x in month ${month + 1}`);
    return { label, value: shown.join(", "), evidence: curve.evidence, ...provenance(curve) };
  }
  const reach = plan.options.find((row) => row.id === id && row.kind === "api");
  if (name === "volumeDiscount" && reach?.kind === "api") {
    const whole = reach.volumeDiscount?.reach === "whole-bill";
    return { label, value: whole ? "off the whole bill" : "off the spend above each threshold" };
  }
  return { label, value: "as drawn" };
}
