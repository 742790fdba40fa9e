import * as z from "zod/mini";
import { figure, isoDate, rowId, rowName } from "./figure";
import { notes, storableText, text } from "./text";
import { unrepeated } from "./unrepeated";

const label = text(120);
const signedMoney = { maxDecimals: 4 } as const;

/** What every rate rests on; lengths are tokens a request, precision and engine are names. */
const conditions = {
  workloadId: rowId,
  modelName: label,
  accelerator: label,
  precision: label,
  servingEngine: label,
  /** What the rate was measured under: lengths, latency limits, batch. Free text, shown beside it. */
  conditions: z.optional(text(500)),
  acceleratorsPerReplica: figure({
    label: "Accelerators a replica",
    unit: "count",
    min: 1,
    max: 1024,
    integer: true,
  }),
};

/**
 * How fast one replica serves one workload, at its service level.
 * `split`: prefill and decode rates apart. `combined`: output tokens/s with the prefill inside.
 */
export const throughput = z.discriminatedUnion("basis", [
  z.strictObject({
    ...conditions,
    basis: z.literal("combined"),
    outputTokensPerSecond: figure({
      label: "Output throughput a replica",
      unit: "tokensPerSecond",
      min: 0.001,
      max: 1e9,
      help: "Output tokens a second of one replica, prefill inside.",
    }),
  }),
  z.strictObject({
    ...conditions,
    basis: z.literal("split"),
    prefillTokensPerSecond: figure({
      label: "Prefill throughput a replica",
      unit: "tokensPerSecond",
      min: 0.001,
      max: 1e9,
    }),
    decodeTokensPerSecond: figure({
      label: "Decode throughput a replica",
      unit: "tokensPerSecond",
      min: 0.001,
      max: 1e9,
    }),
  }),
]);
export type Throughput = z.infer<typeof throughput>;

const throughputs = z.array(throughput).check(
  z.maxLength(50),
  unrepeated<Throughput>(
    ({ workloadId }) => workloadId,
    (id) => `Two throughputs are for the workload \u201c${id}\u201d. Keep one of them.`,
  ),
);

/** What every way of running accelerators oneself needs, rented or owned. */
const fleet = {
  throughput: throughputs,
  utilizationCeilingFraction: figure({
    label: "Utilization ceiling",
    unit: "fraction",
    min: 0.01,
    max: 1,
    slider: [0.3, 1],
    help: "Share of measured throughput that planning may use at the peak.",
  }),
  spareReplicas: figure({
    label: "Spare replicas",
    unit: "count",
    min: 0,
    max: 1000,
    integer: true,
    help: "Kept ready for each workload, on top of what the peak needs.",
  }),
  trainingSpeedRatio: figure({
    label: "Training speed",
    unit: "ratio",
    min: 0.001,
    max: 1000,
    help: "Against the plan’s reference accelerator. 1 = the same.",
  }),
};

const staffFte = figure({
  label: "Staff",
  unit: "count",
  min: 0,
  max: 1000,
  help: "Full-time equivalents who run it.",
});

export const apiOption = z.strictObject({
  id: rowId,
  kind: z.literal("api"),
  name: rowName,
  notes,
  provider: label,
  inputPrice: figure({
    label: "Input price",
    unit: "moneyPerMillionTokens",
    min: 0,
    max: 10_000,
  }),
  cachedInputPrice: figure({
    label: "Cached input price",
    unit: "moneyPerMillionTokens",
    min: 0,
    max: 10_000,
  }),
  outputPrice: figure({
    label: "Output price",
    unit: "moneyPerMillionTokens",
    min: 0,
    max: 10_000,
  }),
  fixedFee: figure({ label: "Fixed fee", unit: "moneyPerMonth", min: 0, max: 1e9 }),
  trainingRate: figure({
    label: "Training rate",
    unit: "moneyPerAcceleratorHour",
    min: 0,
    max: 10_000,
    help: "What an accelerator-hour costs for the training that goes with this API.",
  }),
  staffFte,
});
export type ApiOption = z.infer<typeof apiOption>;

export const cloudOption = z.strictObject({
  id: rowId,
  kind: z.literal("cloud"),
  name: rowName,
  notes,
  provider: label,
  accelerator: label,
  acceleratorsPerInstance: figure({
    label: "Accelerators an instance",
    unit: "count",
    min: 1,
    max: 1024,
    integer: true,
  }),
  rate: figure({
    label: "Rental",
    unit: "moneyPerAcceleratorHour",
    min: 0,
    max: 10_000,
    help: "On demand, for one accelerator; whole instances are billed.",
  }),
  policy: z.enum(["always-on", "active-window"]),
  activeHoursPerDay: figure({
    label: "Active hours a day",
    unit: "hoursPerDay",
    min: 0.5,
    max: 24,
    help: "Used by the active-window policy.",
  }),
  storage: figure({ label: "Storage", unit: "moneyPerMonth", min: 0, max: 1e9 }),
  egress: figure({ label: "Egress", unit: "moneyPerMonth", min: 0, max: 1e9 }),
  supportFraction: figure({
    label: "Support",
    unit: "fraction",
    min: 0,
    max: 1,
    help: "Share of the rental bill.",
  }),
  staffFte,
  ...fleet,
});
export type CloudOption = z.infer<typeof cloudOption>;

/** A supplier's offer as typed in. Prices per server, in the plan's currency, at most 4 decimals. */
export const serverQuote = z
  .strictObject({
    supplierName: z
      .string()
      .check(z.trim(), z.minLength(1, "Name the supplier."), z.maxLength(120), storableText),
    number: text(80),
    quotedOn: isoDate,
    validUntil: isoDate,
    serverPrice: figure({
      label: "Server price",
      unit: "moneyPerServer",
      min: 0,
      max: 100_000_000,
      ...signedMoney,
    }),
    networkPrice: figure({
      label: "Network, a server",
      unit: "moneyPerServer",
      min: 0,
      max: 100_000_000,
      ...signedMoney,
    }),
    installationPrice: figure({
      label: "Installation, a server",
      unit: "moneyPerServer",
      min: 0,
      max: 100_000_000,
      ...signedMoney,
    }),
  })
  .check(
    z.check(({ value: { quotedOn, validUntil }, issues }) => {
      if (validUntil >= quotedOn) return;
      const message = `Valid until is ${validUntil}, before the quote’s own date, ${quotedOn}. Correct one of the two.`;
      issues.push({ code: "custom", message, path: ["validUntil"], input: validUntil });
    }),
  );
export type ServerQuote = z.infer<typeof serverQuote>;

/** Servers of the same kind that the organization has at month 0. */
export const ownedServers = z.strictObject({
  servers: figure({ label: "Servers owned", unit: "count", min: 0, max: 100_000, integer: true }),
  ageMonths: figure({ label: "Age", unit: "months", min: 0, max: 240, integer: true }),
  bookValue: figure({
    label: "Book value, a server",
    unit: "moneyPerServer",
    min: 0,
    max: 100_000_000,
    help: "What is left to depreciate over the rest of its life.",
  }),
});

export const onPremisesOption = z.strictObject({
  id: rowId,
  kind: z.literal("on-premises"),
  name: rowName,
  notes,
  accelerator: label,
  acceleratorsPerServer: figure({
    label: "Accelerators a server",
    unit: "count",
    min: 1,
    max: 1024,
    integer: true,
  }),
  quote: serverQuote,
  owned: z.optional(ownedServers),
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
  ...fleet,
});
export type OnPremisesOption = z.infer<typeof onPremisesOption>;

export const supplyOption = z.discriminatedUnion("kind", [
  apiOption,
  cloudOption,
  onPremisesOption,
]);
export type SupplyOption = z.infer<typeof supplyOption>;
export type OptionKind = SupplyOption["kind"];
