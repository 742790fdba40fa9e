import type { LineId } from "@/lib/engine/types";
import type { OptionKind } from "@/lib/schemas/option";

/** How a line is computed, in words. Where the kinds differ, each has its own. */
const formulas: Record<LineId, string | Partial<Record<OptionKind, string>>> = {
  inputTokens: "Uncached input tokens, retries included, times the input price and its path.",
  cachedInputTokens: "Cached input tokens, retries included, times the cached price and its path.",
  outputTokens:
    "Output tokens, reasoning and retries included, times the output price and its path.",
  fixedFee: "The fee of each month.",
  trainingRental: {
    api: "Accelerator-hours of training, times the training rate and the price path.",
    cloud:
      "Accelerator-hours of training past what idle instances can take, times the rental and its path.",
  },
  rental:
    "Whole instances for the peak, times their accelerators, the hours they run and the rental with its path.",
  storage: "The charge of each month.",
  egress: "The charge of each month.",
  servers:
    "Servers bought, times the quoted price while it is valid, then times the server price path. Consumed: spread evenly over the useful life.",
  network: "Servers bought, times the network price, on the same path and life as the servers.",
  installation: "Servers bought, times the installation price; it brings nothing back at the end.",
  residualValue:
    "Servers that end their life inside the horizon, times the residual share of what servers and network cost.",
  support: {
    cloud: "Rental, times the support share.",
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
