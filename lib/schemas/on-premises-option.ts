import * as z from "zod/mini";
import { figure, rowId, rowName } from "./figure";
import { label, ownCurrency, staffFte } from "./option-parts";
import { purchaseTerms } from "./purchase-terms";
import { quoteUsed } from "./quote-in-plan";
import { serverQuote } from "./server-quote";
import { siteTerms } from "./site-terms";
import { notes } from "./text";
import { fleet } from "./throughput";
import { unrepeated } from "./unrepeated";

const ownedFields = {
  servers: figure({ label: "Servers owned", unit: "count", min: 0, max: 100_000, integer: true }),
  ageMonths: figure({ label: "Age", unit: "months", min: 0, max: 240, integer: true }),
  bookValue: figure({
    label: "Book value, a server",
    unit: "moneyPerServer",
    min: 0,
    max: 100_000_000,
    help: "What is left to depreciate over the rest of its life.",
  }),
  residualValue: z.optional(
    figure({
      label: "Residual value, a server",
      unit: "moneyPerServer",
      min: 0,
      max: 100_000_000,
      emptyMeans: "none",
      help: "Received when it leaves, at the end of its life.",
    }),
  ),
  leaveAfterMonths: z.optional(
    figure({
      label: "Leaves after",
      unit: "months",
      min: 0,
      max: 240,
      integer: true,
      emptyMeans: "the end of its life",
      help: "Months of the plan after which its lease or contract ends, or is left early. It serves no longer than its useful life; a lease is paid to its end.",
    }),
  ),
  exitFee: z.optional(
    figure({
      label: "Exit fee, a server",
      unit: "moneyPerServer",
      min: 0,
      max: 100_000_000,
      emptyMeans: "none",
      help: "Due when it leaves before the end of its life: what ending a lease or contract costs.",
    }),
  ),
  leasePayment: z.optional(
    figure({
      label: "Lease that runs, a server",
      unit: "moneyPerServerMonth",
      min: 0,
      max: 10_000_000,
      emptyMeans: "none",
      help: "Paid in each month until it leaves. What is leased has no book value: enter 0 there.",
    }),
  ),
};

/** Servers of the same kind and age that the organization has at month 0. */
export const ownedServers = z.strictObject(ownedFields);
export type OwnedServers = z.infer<typeof ownedServers>;

/** Servers of other ages, beside those. */
const furtherOwned = z.array(z.strictObject({ id: rowId, ...ownedFields })).check(
  z.maxLength(20),
  unrepeated<{ readonly id: string }>(
    ({ id }) => id,
    (id) => `Two groups of owned servers have the id \u201c${id}\u201d. Give one of them another.`,
  ),
);

export const onPremisesOption = z.strictObject({
  id: rowId,
  kind: z.literal("on-premises"),
  name: rowName,
  notes,
  currency: ownCurrency,
  accelerator: label,
  acceleratorsPerServer: figure({
    label: "Accelerators a server",
    unit: "count",
    min: 1,
    max: 1024,
    integer: true,
  }),
  quote: serverQuote,
  quoteUsed,
  owned: z.optional(ownedServers),
  furtherOwned: z.optional(furtherOwned),
  /** `as-needed` buys what demand asks for; `none` keeps what is owned and sends the rest to the bridge. */
  purchasing: z.enum(["as-needed", "none"]),
  /** The option that serves what is not yet, or never, served here. */
  bridgeOptionId: z.nullable(rowId),
  leadTimeMonths: figure({
    label: "Lead time",
    unit: "months",
    min: 0,
    max: 60,
    integer: true,
    slider: [0, 18],
  }),
  usefulLifeMonths: figure({
    label: "Useful life",
    unit: "months",
    min: 1,
    max: 240,
    integer: true,
    slider: [24, 84],
  }),
  residualFraction: figure({
    label: "Residual value",
    unit: "fraction",
    min: 0,
    max: 1,
    help: "Share of the price of servers and network received at the end of life.",
  }),
  supportPerYearFraction: figure({
    label: "Support, a year",
    unit: "fractionPerYear",
    min: 0,
    max: 0.4,
    help: "Share of the purchase price of servers and network.",
  }),
  licences: figure({
    label: "Software licences",
    unit: "moneyPerAcceleratorYear",
    min: 0,
    max: 1_000_000,
  }),
  spareServers: figure({
    label: "Spare servers",
    unit: "count",
    min: 0,
    max: 1000,
    integer: true,
  }),
  serverPower: figure({
    label: "Power, a server",
    unit: "kilowatts",
    min: 0,
    max: 1000,
    help: "Maximum draw. Sizes space; the load factor turns it into energy.",
  }),
  loadFactorFraction: figure({
    label: "Load factor",
    unit: "fraction",
    min: 0,
    max: 1,
    help: "Average draw over maximum draw.",
  }),
  pueRatio: figure({
    label: "PUE",
    unit: "ratio",
    min: 1,
    max: 4,
    help: "Energy of the whole site over energy of the machines.",
  }),
  space: figure({
    label: "Space",
    unit: "moneyPerKilowattMonth",
    min: 0,
    max: 10_000,
    help: "Colocation or room, for each kW of maximum draw.",
  }),
  staffFte,
  ...purchaseTerms,
  ...siteTerms,
  ...fleet,
});
export type OnPremisesOption = z.infer<typeof onPremisesOption>;
