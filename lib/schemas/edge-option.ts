import * as z from "zod/mini";
import { figure, rowId, rowName } from "./figure";
import { label, ownCurrency, staffFte } from "./option-parts";
import { notes } from "./text";
import { deviceSizing } from "./throughput";

/**
 * Who pays for a device: `bought` for this work; `existing`, bought for other work and only powered
 * here; `users`, theirs in price and power.
 */
export const deviceOwnerships = ["bought", "existing", "users"] as const;
export type DeviceOwnership = (typeof deviceOwnerships)[number];

/** A fleet of devices that answer where they are. */
export const edgeOption = z.strictObject({
  id: rowId,
  kind: z.literal("edge"),
  name: rowName,
  notes,
  currency: ownCurrency,
  device: label,
  ownership: z.enum(deviceOwnerships),
  devices: figure({ label: "Devices", unit: "count", min: 0, max: 10_000_000, integer: true }),
  devicePrice: z.optional(
    figure({
      label: "Device price",
      unit: "moneyPerDevice",
      min: 0,
      max: 1_000_000,
      emptyMeans: "needed where devices are bought",
      help: "Paid in the first month of use, and again at the end of each life.",
    }),
  ),
  usefulLifeMonths: figure({
    label: "Useful life",
    unit: "months",
    min: 1,
    max: 240,
    integer: true,
    slider: [12, 84],
    help: "Of a device that is bought; a new one follows.",
  }),
  servableFraction: figure({
    label: "Requests it can serve",
    unit: "fraction",
    min: 0,
    max: 1,
    help: "Share of each workload’s requests that devices can answer at most: the others are too long or too hard for the model on them.",
  }),
  devicePower: figure({
    label: "Power while it answers",
    unit: "watts",
    min: 0,
    max: 100_000,
    help: "What answering adds to the draw of one device.",
  }),
  management: figure({
    label: "Management, a device",
    unit: "moneyPerDeviceMonth",
    min: 0,
    max: 10_000,
    help: "Enrolment, updates and support, for every device of the fleet.",
  }),
  staffFte,
  ...deviceSizing,
});
export type EdgeOption = z.infer<typeof edgeOption>;
