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
  smallModelTokens:
    "Tokens of the requests that are routed to the smaller model, retries included, times its prices and the API price path.",
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
    "Committed instances, times their accelerators, all hours of a month and the price fixed at the start of the term. A term that began before the plan keeps its contracted price to its end. Paid upfront: in cash at the start of a term, or before the plan; consumed month by month.",
  spot: "The share of the on-demand hours that runs on spot, times one plus the interruption overhead and the spot rental with its path.",
  storage: "The charge of each month, and the stored volume times its price.",
  egress: "The charge of each month, and the volume that leaves times its price.",
  servers:
    "Servers bought, times the quoted price while it is valid, then times the server price path. Consumed: spread over the useful life by the depreciation method, and what is left written off when servers leave.",
  network: "Servers bought, times the network price, on the same path and life as the servers.",
  installation: "Servers bought, times the installation price; it brings nothing back at the end.",
  racks:
    "Whole racks for the servers in service, those there already left out, times the rack price. Consumed: spread evenly over the useful life.",
  interest:
    "Rate of the loan, a twelfth a month, on what is still owed for servers and network, from the month after delivery.",
  lease:
    "Servers in their lease term, times the lease payment; without one, level payments at the lease's rate on the price less its residual. Servers there at the start whose lease runs on: times its payment.",
  residualValue:
    "Servers that leave inside the horizon, times the residual share at their age of what servers and network cost.",
  exitFee:
    "Servers owned at the start that leave before the end of their life, times the fee of ending their lease or contract.",
  decommissioning: "Servers that leave inside the horizon, times the cost of taking one away.",
  support: {
    cloud: "Rental, commitments and spot as consumed, times the support share.",
    "on-premises":
      "Purchase price of servers and network in service and past their warranty, times the support share; and those servers, times the support fee of a year. A twelfth each month.",
  },
  spareParts:
    "Purchase price of servers and network in service, times the share for spare parts, a twelfth each month.",
  licences: "Accelerators in service, times the licence of a year, a twelfth each month.",
  devices:
    "Devices, times the device price and the path of other costs, in the first month of use and again at the end of each life. Consumed: spread evenly over the life.",
  management: "Devices, times the management of a device and month, with the path of other costs.",
  edgeOffload:
    "Tokens of the requests that devices take, retries included, times the cost of the devices and the path of other costs.",
  power: {
    edge: "Hours that devices answer, times what answering adds to the draw of one, times the power price and its path. Users pay it for devices of their own.",
    "on-premises":
      "Servers in service, times power, load factor, PUE and the hours of a month, times the power price and its path.",
  },
  space: "Servers in service, times power, times the price of a kW-month.",
  rackRent: "Whole racks for the servers in service, times the rent of a month.",
  staff:
    "Full-time equivalents, times the staff cost of a year and its path, a twelfth each month.",
  bridge: "Work that no owned server can take in the month, at the price of the bridge option.",
  remainingBookValue:
    "Book value left at the end of the horizon, counted as received. The same switch holds for every option.",
  owedAtHorizon:
    "Due after the horizon for what is bought inside it, counted as paid, by the switch that counts the book value.",
  tax: "Minus the tax rate, times what all other lines come to: a cost lowers tax, and losses count in full. Consumed: with each cost. Paid: in the last month of the fiscal year, with what tax depreciation deducts by then.",
};

export function formulaOf(lineId: LineId, kind: OptionKind): string {
  const formula = formulas[lineId];
  if (typeof formula === "string") return formula;
  return formula[kind] ?? Object.values(formula).join(" ");
}
