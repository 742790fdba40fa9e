import type { LineId, View } from "@/lib/engine/types";
import { percent } from "@/lib/format";
import type { TaxDepreciation } from "@/lib/schemas/assumptions";
import type { OptionKind } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import type { DepreciationMethod } from "@/lib/schemas/purchase-terms";
import type { SeriesStyle } from "./types";

export const kindNames: Record<OptionKind, string> = {
  api: "Managed API",
  cloud: "Cloud",
  "on-premises": "On-premises",
  edge: "Edge devices",
  portfolio: "Portfolio",
};

/** Where there is no room for the whole name. */
export const shortKindNames: Record<OptionKind, string> = {
  api: "API",
  cloud: "Cloud",
  "on-premises": "On-prem",
  edge: "Edge",
  portfolio: "Portfolio",
};

export const lineNames: Record<LineId, string> = {
  inputTokens: "Input tokens",
  cachedInputTokens: "Cached input tokens",
  outputTokens: "Output tokens",
  cacheWrites: "Cache writes",
  longContext: "Long-context surcharge",
  batchDiscount: "Batch discount",
  smallModelTokens: "Tokens of the smaller model",
  requestFee: "Request fee",
  volumeDiscount: "Volume discount",
  minimumSpend: "Minimum spend not used",
  fixedFee: "Fixed fee",
  trainingRental: "Training rental",
  rental: "Rental",
  commitments: "Commitments",
  spot: "Spot rental",
  storage: "Storage",
  egress: "Egress",
  servers: "Servers",
  network: "Network",
  installation: "Installation",
  racks: "Racks",
  interest: "Interest",
  lease: "Lease",
  residualValue: "Residual value",
  exitFee: "Exit fee",
  decommissioning: "Decommissioning",
  support: "Support",
  spareParts: "Spare parts",
  licences: "Software licences",
  devices: "Devices",
  management: "Device management",
  edgeOffload: "Devices that take a share",
  power: "Power",
  space: "Space",
  rackRent: "Rack rent",
  staff: "Staff",
  bridge: "Bridge until servers arrive",
  remainingBookValue: "Remaining book value",
  owedAtHorizon: "Owed at the horizon",
  tax: "Tax",
};

export const depreciationNames: Record<DepreciationMethod, string> = {
  "straight-line": "Straight line",
  "declining-balance": "Declining balance, 150%",
  "double-declining": "Double declining",
  "sum-of-years": "Sum of years",
};

/** How a sum over months is to be read: when it is paid, or when it is consumed. */
export const viewWords: Record<View, { readonly adjective: string; readonly basis: string }> = {
  cash: { adjective: "paid", basis: "cash as paid" },
  accrual: { adjective: "consumed", basis: "cost as consumed, purchases spread over their life" },
};

/** The basis of a sum, and whether tax is in it. */
export function basisWords({ assumptions }: Pick<Plan, "assumptions">, view: View): string {
  return `${viewWords[view].basis}${taxWords({ assumptions })}`;
}

/** ", after tax at 25%", or nothing where the plan computes none. */
export function taxWords({ assumptions }: Pick<Plan, "assumptions">): string {
  const rate = assumptions.taxRateFraction?.value;
  return rate ? `, after tax at ${percent(rate)}` : "";
}

/** How tax deducts a purchase. */
export const taxDepreciationNames: Record<TaxDepreciation, string> = {
  book: "As in the books",
  macrs3: "MACRS, 3 years",
  macrs5: "MACRS, 5 years",
  macrs7: "MACRS, 7 years",
};

/** Of options that share a name, the second is its "(2)": in a table or a sentence they are two. */
export function optionName({ options }: Plan, optionId: string): string {
  const index = options.findIndex(({ id }) => id === optionId);
  const name = options[index]?.name;
  if (name === undefined) return optionId;
  const nth = options.slice(0, index + 1).filter((one) => one.name === name).length;
  return nth === 1 ? name : `${name} (${nth})`;
}

const shortLength = 12;

/** The name on a phone: as it is when short, the kind's own when it stands alone, else cut. */
export function shortOptionName(plan: Plan, optionId: string): string {
  const option = plan.options.find(({ id }) => id === optionId);
  if (!option) return optionId;
  if (option.name.length <= shortLength) return option.name;
  const alone = plan.options.filter(({ kind }) => kind === option.kind).length === 1;
  return alone
    ? shortKindNames[option.kind]
    : `${option.name.slice(0, shortLength - 1).trimEnd()}…`;
}

/** Hue and dash by kind; the width tells options of one kind apart, in the plan's order. */
export function optionStyle(
  plan: Plan,
  optionId: string,
  texture: SeriesStyle["texture"] = "solid",
): SeriesStyle {
  const option = plan.options.find(({ id }) => id === optionId);
  if (!option) return { kind: null, nthOfKind: 0, texture };
  const siblings = plan.options.filter(({ kind }) => kind === option.kind);
  return { kind: option.kind, nthOfKind: siblings.indexOf(option), texture };
}

/** What a workload is called; its id where it is not there. */
export function workloadName(plan: Plan, workloadId: string): string {
  return plan.workloads.find(({ id }) => id === workloadId)?.name ?? workloadId;
}
