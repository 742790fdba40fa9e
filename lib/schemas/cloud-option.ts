import * as z from "zod/mini";
import { commitments } from "./commitment";
import { figure, rowId, rowName } from "./figure";
import { label, ownCurrency, staffFte } from "./option-parts";
import { notes } from "./text";
import { fleet } from "./throughput";

export const cloudOption = z.strictObject({
  id: rowId,
  kind: z.literal("cloud"),
  name: rowName,
  notes,
  currency: ownCurrency,
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
  acceleratorPower: z.optional(
    figure({
      label: "Power an accelerator",
      unit: "kilowatts",
      min: 0,
      max: 100,
      help: "Of the whole site for each accelerator rented: its part of server, network and cooling. Counts energy and carbon; the rental pays for it already.",
      emptyMeans: "not stated",
    }),
  ),
  commitments: z.optional(commitments),
  spotFraction: z.optional(
    figure({
      label: "Share on spot",
      unit: "fraction",
      min: 0,
      max: 1,
      help: "Share of the on-demand hours rented as interruptible machines instead.",
      emptyMeans: "none",
    }),
  ),
  spotRate: z.optional(
    figure({
      label: "Spot rental",
      unit: "moneyPerAcceleratorHour",
      min: 0,
      max: 10_000,
      emptyMeans: "needed with a share on spot",
    }),
  ),
  spotOverheadFraction: z.optional(
    figure({
      label: "Interruption overhead",
      unit: "fraction",
      min: 0,
      max: 10,
      help: "Extra spot hours for work that interruptions lose and for starting again.",
      emptyMeans: "none",
    }),
  ),
  policy: z.enum(["always-on", "active-window", "autoscaled"]),
  scalingBufferFraction: z.optional(
    figure({
      label: "Scaling buffer",
      unit: "fraction",
      min: 0,
      max: 10,
      help: "Kept running above each hour's load, for what comes while instances start. Used by the autoscaled policy.",
      emptyMeans: "none",
    }),
  ),
  activeHoursPerDay: figure({
    label: "Active hours a day",
    unit: "hoursPerDay",
    min: 0.5,
    max: 24,
    help: "Used by the active-window policy.",
  }),
  storage: figure({ label: "Storage", unit: "moneyPerMonth", min: 0, max: 1e9 }),
  egress: figure({ label: "Egress", unit: "moneyPerMonth", min: 0, max: 1e9 }),
  storedGigabytes: z.optional(
    figure({ label: "Stored volume", unit: "gigabytes", min: 0, max: 1e12, emptyMeans: "none" }),
  ),
  storagePrice: z.optional(
    figure({
      label: "Storage price",
      unit: "moneyPerGigabyteMonth",
      min: 0,
      max: 1000,
      emptyMeans: "needed with a stored volume",
    }),
  ),
  egressGigabytes: z.optional(
    figure({
      label: "Egress volume, a month",
      unit: "gigabytes",
      min: 0,
      max: 1e12,
      emptyMeans: "none",
    }),
  ),
  egressPrice: z.optional(
    figure({
      label: "Egress price",
      unit: "moneyPerGigabyte",
      min: 0,
      max: 1000,
      emptyMeans: "needed with an egress volume",
    }),
  ),
  supportFraction: figure({
    label: "Support",
    unit: "fraction",
    min: 0,
    max: 1,
    help: "Share of the rental bill, commitments and spot included.",
  }),
  staffFte,
  ...fleet,
});
export type CloudOption = z.infer<typeof cloudOption>;
