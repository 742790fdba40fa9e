import type { PricePath } from "./curve";
import { plainLabel } from "./labels";
import { specAt } from "./paths";
import type { Plan } from "./plan";
import type { Change } from "./scenario";
import { shownInput, shownNumber } from "./shown";
import { figureSentence } from "./wording";

/** An issue that only the whole plan can show; `holder` is the row it belongs to. */
export type ReferenceIssue = {
  readonly path: string;
  readonly message: string;
  readonly holder: string | null;
};

/** Demand may grow to this many times its first month within the horizon. */
export const maxGrowthRatio = 1_000_000;

type Option = Plan["options"][number];
type Found = { readonly path: string; readonly message: string };

const isBridge = (plan: Plan, option: Option, id: string) =>
  plan.options.some(
    (o) => o.id === id && o.id !== option.id && (o.kind === "api" || o.kind === "cloud"),
  );

const isPart = (plan: Plan, id: string) =>
  plan.options.some((o) => o.id === id && o.kind !== "portfolio");

const isInference = (plan: Plan, id: string) =>
  plan.workloads.some((w) => w.id === id && w.kind === "inference");

/** What in the plan points at something that is not there, or grows out of hand. */
export function referenceIssues(plan: Plan): ReferenceIssue[] {
  const of = (holder: string | null, found: readonly Found[]) =>
    found.map((issue) => ({ ...issue, holder }));
  return [
    ...of(null, baselineIssues(plan)),
    ...of(null, elasticityIssues(plan)),
    ...plan.workloads.flatMap((workload) => of(workload.name, growthIssues(plan, workload))),
    ...plan.options.flatMap((option) => of(option.name, optionIssues(plan, option))),
    ...plan.scenarios.flatMap((scenario) =>
      of(
        scenario.name,
        scenario.changes.flatMap((change, index) =>
          changeIssues(plan, change, `scenarios.${scenario.id}.changes.${index}`),
        ),
      ),
    ),
  ];
}

function baselineIssues(plan: Plan): Found[] {
  const id = plan.assumptions.baselineOptionId;
  if (id === null || plan.options.some((option) => option.id === id)) return [];
  const message = `Baseline option is ${shownInput(id)}, which this plan does not have. Choose one of its options, or none.`;
  return [{ path: "assumptions.baselineOptionId", message }];
}

/** Demand that an elasticity makes explode along its price path. */
function elasticityIssues({ assumptions, horizonMonths }: Plan): Found[] {
  const elasticity = assumptions.priceElasticityRatio?.value ?? 0;
  const low = lowestPrice(
    assumptions[`${assumptions.elasticityPricePath ?? "api"}PricePath`],
    horizonMonths,
  );
  const ratio = elasticity === 0 ? 1 : low ** -elasticity;
  if (ratio <= maxGrowthRatio) return [];
  const most = low > 0 ? Math.floor((Math.log(maxGrowthRatio) / -Math.log(low)) * 100) / 100 : 0;
  const times = Number.isFinite(ratio)
    ? `${shownNumber(Number(ratio.toPrecision(3)))} times as large`
    : "endless";
  const message = `Price elasticity of demand is ${shownNumber(elasticity)}, which makes demand ${times} within ${horizonMonths} months. Enter at most ${shownNumber(most)}, or a slower fall of the price.`;
  return [{ path: "assumptions.priceElasticityRatio", message }];
}

/** The lowest level of a price path within the horizon, month 1 being 1. */
function lowestPrice(path: PricePath, horizonMonths: number): number {
  const within = (rows: readonly { readonly month: number; readonly factor: number }[]) =>
    rows.filter(({ month }) => month < horizonMonths).map(({ factor }) => factor);
  if (path.kind === "steps") return Math.min(1, ...within(path.steps));
  if (path.kind === "drawn") return Math.min(1, ...path.points.map(({ factor }) => factor));
  const change = path.changePerYearFraction.value ?? 0;
  return Math.min(1, (1 + change) ** ((horizonMonths - 1) / 12));
}

function optionIssues(plan: Plan, option: Option): Found[] {
  const path = `options.${option.id}`;
  if (option.kind === "portfolio") return partIssues(plan, option, path);
  const throughputs = option.kind === "api" ? [] : option.throughput;
  const strangers = throughputs
    .filter(({ workloadId }) => !isInference(plan, workloadId))
    .map(({ workloadId }) => ({
      path: `${path}.throughput.${workloadId}.workloadId`,
      message: `Throughput is given for ${shownInput(workloadId)}, which is not an inference workload of this plan. Name one that is, or remove the throughput.`,
    }));
  return [...bridgeIssues(plan, option, path), ...strangers];
}

function bridgeIssues(plan: Plan, option: Option, path: string): Found[] {
  if (option.kind !== "on-premises" || option.bridgeOptionId === null) return [];
  const id = option.bridgeOptionId;
  if (isBridge(plan, option, id)) return [];
  const target = plan.options.find((o) => o.id === id);
  const why = {
    missing: `is ${shownInput(id)}, which this plan does not have`,
    self: "is the option itself",
    owned: `is ${target?.name}, which is on-premises too and has a lead time of its own`,
    portfolio: `is ${target?.name}, which is a portfolio of other options`,
    edge: `is ${target?.name}, whose devices serve no more than their share`,
  }[
    target === undefined
      ? "missing"
      : id === option.id
        ? "self"
        : target.kind === "portfolio" || target.kind === "edge"
          ? target.kind
          : "owned"
  ];
  const message = `Bridge option ${why}. Choose a managed API or cloud option, or none.`;
  return [{ path: `${path}.bridgeOptionId`, message }];
}

/** A portfolio in a portfolio could go round in a circle. */
function partIssues(
  plan: Plan,
  { firstOptionId, secondOptionId }: Extract<Option, { kind: "portfolio" }>,
  path: string,
): Found[] {
  const parts = { firstOptionId, secondOptionId };
  const unknown = Object.entries(parts).flatMap(([field, id]) => {
    if (id === null || isPart(plan, id)) return [];
    const target = plan.options.find((o) => o.id === id);
    const why = target
      ? `is ${target.name}, which is a portfolio`
      : `is ${shownInput(id)}, which this plan does not have`;
    const message = `${plainLabel(field).label} ${why}. Choose a managed API, cloud, on-premises or edge option, or none.`;
    return [{ path: `${path}.${field}`, message }];
  });
  if (firstOptionId === null || firstOptionId !== secondOptionId) return unknown;
  const message = "Second option is the same as the first. Choose another, or none.";
  return [...unknown, { path: `${path}.secondOptionId`, message }];
}

function growthIssues(plan: Plan, { id, growth }: Plan["workloads"][number]): Found[] {
  if (growth.kind !== "compound" || growth.ratePerYearFraction.value === null) return [];
  const message = growthMessage(plan.horizonMonths, growth.ratePerYearFraction.value);
  return message ? [{ path: `workloads.${id}.growth.ratePerYearFraction`, message }] : [];
}

/** What is wrong with a yearly growth over this horizon, if anything. */
function growthMessage(horizonMonths: number, rate: number): string | undefined {
  const years = (horizonMonths - 1) / 12;
  const ratio = (1 + rate) ** years;
  if (ratio <= maxGrowthRatio) return undefined;
  const most = Math.floor((maxGrowthRatio ** (1 / years) - 1) * 100);
  const times = shownNumber(Number(ratio.toPrecision(3)));
  return `Demand growth is ${shownNumber(rate * 100)}%, which makes demand ${times} times as large by month ${horizonMonths}. Enter at most ${shownNumber(most)}%, or shorten the horizon.`;
}

function changeIssues(plan: Plan, { path, value }: Change, at: string): Found[] {
  const spec = specAt(plan, path);
  if (!spec) {
    const message = `${shownInput(path)} is not an input of this plan. Remove the change, or name an input the plan has.`;
    return [{ path: `${at}.path`, message }];
  }
  const whole = !spec.integer || Number.isInteger(value);
  const signed =
    spec.maxDecimals === undefined || Number(value.toFixed(spec.maxDecimals)) === value;
  if (value < spec.min || value > spec.max || !whole || !signed)
    return [{ path: `${at}.value`, message: figureSentence(spec, value, "change") }];
  const grows = path.endsWith(".growth.ratePerYearFraction");
  const message = grows ? growthMessage(plan.horizonMonths, value) : undefined;
  return message ? [{ path: `${at}.value`, message }] : [];
}

/**
 * The plan without what points at rows that are not there. A row that is deleted takes its references
 * with it, and brings them back when the deletion is undone, because no other row is written.
 */
export function withoutDangling(plan: Plan): Plan {
  const { baselineOptionId } = plan.assumptions;
  const options = plan.options.map((option): Option => {
    if (option.kind === "api") return option;
    if (option.kind === "portfolio") {
      const part = (id: string | null) => (id !== null && isPart(plan, id) ? id : null);
      const { firstOptionId, secondOptionId } = option;
      return {
        ...option,
        firstOptionId: part(firstOptionId),
        secondOptionId: part(secondOptionId),
      };
    }
    const throughput = option.throughput.filter((t) => isInference(plan, t.workloadId));
    if (option.kind === "cloud") return { ...option, throughput };
    if (option.kind === "edge") return { ...option, throughput };
    const id = option.bridgeOptionId;
    const bridgeOptionId = id !== null && isBridge(plan, option, id) ? id : null;
    return { ...option, throughput, bridgeOptionId };
  });
  const held = { ...plan, options };
  return {
    ...held,
    assumptions: {
      ...plan.assumptions,
      baselineOptionId: options.some((o) => o.id === baselineOptionId) ? baselineOptionId : null,
    },
    scenarios: plan.scenarios.map((scenario) => ({
      ...scenario,
      changes: scenario.changes.filter(({ path }) => specAt(held, path) !== undefined),
    })),
  };
}
