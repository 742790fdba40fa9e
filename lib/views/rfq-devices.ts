import { counted, figureText } from "@/lib/format";
import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { Plan } from "@/lib/schemas/plan";
import type { RfqItem } from "@/lib/schemas/rfq";

export type RfqItemNeeded = Omit<RfqItem, "itemId">;

/** What every item begins with. */
export const asked: RfqItemNeeded = {
  category: "other",
  description: "",
  quantity: null,
  unit: "",
  recurrence: "one-off",
  months: null,
  neededMonth: null,
  note: "",
};

/** Devices where the plan buys them, and their management, which every device takes. */
export function devicesNeeded(
  { startMonth, horizonMonths }: Plan,
  option: EdgeOption,
): { readonly items: readonly RfqItemNeeded[] } | { readonly lack: string } {
  const { name, device, devices, devicePower, usefulLifeMonths, ownership } = option;
  if (devices.value === null)
    return { lack: `${name} cannot be asked for yet: enter how many devices it has.` };
  if (devices.value === 0) return { lack: `${name} needs nothing: it has no devices.` };
  const all = { quantity: String(devices.value), unit: "device", neededMonth: startMonth };
  const life =
    usefulLifeMonths.value === null
      ? ""
      : `Used for ${counted(usefulLifeMonths.value, "month")}, then replaced.`;
  const power =
    devicePower.value === null
      ? ""
      : `At most ${figureText(devicePower.value, "watts", "")} more while it answers.`;
  const management: RfqItemNeeded = {
    ...{ ...asked, ...all, category: "service", recurrence: "monthly", months: horizonMonths },
    description: "Management of a device: enrolment, updates and support",
  };
  if (ownership !== "bought") return { items: [management] };
  const bought: RfqItemNeeded = {
    ...{ ...asked, ...all, description: device.trim() || "Device that answers where it is" },
    note: [life, power].filter(Boolean).join(" "),
  };
  return { items: [bought, management] };
}
