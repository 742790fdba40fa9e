import { findAccelerator } from "@/lib/catalog/accelerator-speeds";
import { type Requirements, requirementsOf } from "@/lib/engine";
import { counted, monthName, numberFull } from "@/lib/format";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import type { RfqContent, RfqItem } from "@/lib/schemas/rfq";

type Begun = { readonly zone: string; readonly newId: () => string };
type Item = Omit<RfqItem, "itemId">;

const asked: Item = {
  category: "other",
  description: "",
  quantity: null,
  unit: "",
  recurrence: "one-off",
  months: null,
  neededMonth: null,
  note: "",
};

/**
 * What an option of a plan needs, as a draft to ask suppliers for; or why it cannot be said. Null where there
 * is nothing to ask for: an API has its price list.
 */
export function rfqOf(
  plan: Plan,
  optionId: string,
  { zone, newId }: Begun,
): { readonly content: RfqContent } | { readonly lack: string } | null {
  const option = plan.options.find(({ id }) => id === optionId);
  const needs = requirementsOf(plan, optionId);
  if (!needs || (option?.kind !== "on-premises" && option?.kind !== "cloud")) return null;
  if (!needs.isFeasible)
    return { lack: `${option.name} cannot serve what the plan asks of it: its card says why.` };
  if (needs.missing.length > 0)
    return {
      lack: `${option.name} cannot be sized yet: ${counted(needs.missing.length, "figure")} missing. They are named on its card.`,
    };
  const items = option.kind === "cloud" ? rented(option, needs) : bought(option, needs);
  if (items.length === 0)
    return { lack: `${option.name} needs nothing that is not there already.` };
  return {
    content: {
      title: `${plan.name}, ${option.name}`.slice(0, 120),
      deadlineLocal: null,
      deadlineZone: zone,
      deliveryPlace: "",
      incoterm: null,
      paymentTerms: "",
      currency: option.currency ?? plan.currency,
      notes: "",
      items: items.map((item) => ({ itemId: newId(), ...item })),
    },
  };
}

/** "141 GB of memory each", where the catalog knows it. */
function memoryText(accelerator: string): string {
  const memory = findAccelerator(accelerator)?.figures.memoryGigabytes;
  return memory ? `, ${numberFull(memory)} GB of memory each` : "";
}

function bought(option: OnPremisesOption, needs: Requirements): readonly Item[] {
  if (needs.servers === 0) return [];
  const perServer = option.acceleratorsPerServer.value ?? 0;
  const { kilowattsPerServer, kilowatts, servers, racks } = needs;
  const power =
    kilowattsPerServer === null ? "" : ` At most ${numberFull(kilowattsPerServer)} kW each.`;
  const description = `Server with ${counted(perServer, option.accelerator || "accelerator", option.accelerator || "accelerators")}${memoryText(option.accelerator)}`;
  const all = { quantity: String(servers), unit: "server" };
  const [first] = needs.purchases;
  const neededMonth = first?.neededMonth ?? null;
  const support = option.usefulLifeMonths.value;
  return [
    ...needs.purchases.map((one) => ({
      ...asked,
      category: "server" as const,
      description,
      quantity: String(one.servers),
      unit: "server",
      neededMonth: one.neededMonth,
      note: `To be ordered in ${monthName(one.orderMonth)}.${power}`,
    })),
    {
      ...{ ...asked, ...all, neededMonth, category: "network" },
      description: "Network: switches, cables and transceivers",
      note: `For ${counted(servers * perServer, "accelerator")} in all.`,
    },
    ...(racks === null
      ? []
      : [
          {
            ...{ ...asked, neededMonth, category: "rack" as const },
            description: "Rack with power distribution",
            quantity: String(racks),
            unit: "rack",
            note: kilowatts === null ? "" : `${numberFull(kilowatts)} kW at most in all.`,
          },
        ]),
    {
      ...{ ...asked, ...all, neededMonth, category: "installation" },
      description: "Installation and acceptance test",
    },
    {
      ...{ ...asked, ...all, category: "support", recurrence: "yearly" },
      description: "Support, a year",
      months: support,
      note: "Say what it covers and how soon somebody comes.",
    },
  ];
}

const rented = (option: CloudOption, needs: Requirements): readonly Item[] =>
  needs.rentals.map(({ fromMonth, months, accelerators, instances }) => ({
    ...asked,
    category: "accelerator",
    description: `Rental of ${option.accelerator || "accelerators"}${memoryText(option.accelerator)}`,
    quantity: String(accelerators),
    unit: "accelerator",
    recurrence: "monthly",
    months,
    neededMonth: fromMonth,
    note: `${counted(instances, "instance")} of ${numberFull(option.acceleratorsPerInstance.value ?? 0)}, the most in that year.`,
  }));
