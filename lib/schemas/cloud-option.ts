import * as z from "zod/mini";
import { figure, rowId, rowName } from "./figure";
import { label, staffFte } from "./option-parts";
import { notes } from "./text";
import { fleet } from "./throughput";

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
