import type { LineId } from "@/lib/engine/types";
import type { OptionKind } from "@/lib/schemas/option";

/** How a line is computed, in words. Where the kinds differ, each has its own. */
const formulas: Record<LineId, string | Partial<Record<OptionKind, string>>> = {
  inputTokens:
    "Uncached input tokens, retries included and cache writes taken out, times the input price and its path.",
  cachedInputTokens: "Cached input tokens, retries included, times the cached price and its path.",
  outputTokens:
    "Output tokens, reasoning and retries included, times the output price and its path.",
  cacheWrites:
    "Uncached input tokens that are written to the cache, times the cache write price and the API price path.",
  longContext:
    "Token bill of the workloads whose requests are longer than the threshold, times what the long-context price is above the plain one.",
  batchDiscount: "Token bill of what can wait for a batch, times the batch discount.",
  requestFee: "Requests, retries included, times the fee of a thousand and the API price path.",
  volumeDiscount:
    "Bill of the month at list price, times the discount of the tiers that it reaches.",
  minimumSpend: "What the month's bill, after its discount, falls short of the agreed minimum.",
  fixedFee: "The fee of each month.",
  trainingRental: {
    api: "Accelerator-hours of training, times the training rate and the price path.",
    cloud:
      "Accelerator-hours of training past what idle instances can take, times the rental and its path.",
  },
  rental:
    "Instances beyond the commitments, times their accelerators, the hours they run and the rental with its path; what runs on spot is taken out.",
  commitments:
    "Committed instances, times their accelerators, all hours of a month and the price fixed at the start of the term. Paid upfront: in cash at the start of a term; consumed month by month.",
  spot: "The share of the on-demand hours that runs on spot, times one plus the interruption overhead and the spot rental with its path.",
  storage: "The charge of each month, and the stored volume times its price.",
  egress: "The charge of each month, and the volume that leaves times its price.",
  servers:
    "Servers bought, times the quoted price while it is valid, then times the server price path. Consumed: spread evenly over the useful life.",
  network: "Servers bought, times the network price, on the same path and life as the servers.",
  installation: "Servers bought, times the installation price; it brings nothing back at the end.",
  residualValue:
    "Servers that end their life inside the horizon, times the residual share of what servers and network cost.",
  support: {
    cloud: "Rental, commitments and spot as consumed, times the support share.",
    "on-premises":
      "Purchase price of servers and network in service, times the support share, a twelfth each month.",
  },
  licences: "Accelerators in service, times the licence of a year, a twelfth each month.",
  power:
    "Servers in service, times power, load factor, PUE and the hours of a month, times the power price and its path.",
  space: "Servers in service, times power, times the price of a kW-month.",
  staff:
    "Full-time equivalents, times the staff cost of a year and its path, a twelfth each month.",
  bridge: "Work that no owned server can take in the month, at the price of the bridge option.",
  remainingBookValue:
    "Book value left at the end of the horizon, counted as received. The same switch holds for every option.",
  tax: "Minus the tax rate, times what all other lines come to: a cost lowers tax, and losses count in full. Consumed: with each cost. Paid: in the last month of the fiscal year, with what tax depreciation deducts by then.",
};

export function formulaOf(lineId: LineId, kind: OptionKind): string {
  const formula = formulas[lineId];
  if (typeof formula === "string") return formula;
  return formula[kind] ?? Object.values(formula)[0] ?? "";
}
