import { findAccelerator } from "@/lib/catalog/accelerator-speeds";
import { machinesOf, type Requirements, requirementsOf } from "@/lib/engine";
import { counted, listed, monthName, numberFull } from "@/lib/format";
import type { ApiOption } from "@/lib/schemas/api-option";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { maxRfqItems, type RfqContent } from "@/lib/schemas/rfq";
import { asked, devicesNeeded, type RfqItemNeeded } from "./rfq-devices";

type Begun = { readonly zone: string; readonly newId: () => string };
type Needed = { readonly items: readonly RfqItemNeeded[] } | { readonly lack: string };

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
  if (!option || option.kind === "api") return null;
  const needed = option.kind === "edge" ? devicesNeeded(plan, option) : needOf(plan, option);
  if ("lack" in needed) return needed;
  return {
    content: {
      title: `${plan.name}, ${option.name}`.slice(0, 120),
      deadlineLocal: null,
      deadlineZone: zone,
      deliveryPlace: "",
      incoterm: null,
      paymentTerms: "",
      currency: ownCurrencyOf(plan, option) ?? plan.currency,
      notes: "",
      items: needed.items.map((item) => ({ itemId: newId(), ...item })),
    },
  };
}

/** Of a portfolio, that of the part that owns the servers. */
function ownCurrencyOf(plan: Plan, option: Exclude<SupplyOption, ApiOption>) {
  const machines = option.kind === "edge" ? option : machinesOf(plan, option.id);
  return machines?.currency;
}

function needOf(plan: Plan, option: OnPremisesOption | CloudOption | PortfolioOption): Needed {
  const machines = machinesOf(plan, option.id);
  const needs = requirementsOf(plan, option.id);
  if (!machines || !needs) return { lack: partsLack(plan, option) };
  if (!needs.isFeasible)
    return { lack: `${option.name} cannot serve what the plan asks of it: its card says why.` };
  if (needs.missing.length > 0)
    return {
      lack: `${option.name} cannot be sized yet: ${counted(needs.missing.length, "figure")} missing. They are named on its card.`,
    };
  const items = machines.kind === "cloud" ? rented(machines, needs) : bought(machines, needs);
  if (items.length === 0)
    return { lack: `${option.name} needs nothing that is not there already.` };
  return { items };
}

/** A portfolio of which no one part says what is bought. */
function partsLack(plan: Plan, option: OnPremisesOption | CloudOption | PortfolioOption): string {
  if (option.kind !== "portfolio") return `${option.name} has no machines to ask for.`;
  const parts = plan.options.filter(({ id }) =>
    [option.firstOptionId, option.secondOptionId].includes(id),
  );
  const owned = parts.filter(({ kind }) => kind === "on-premises");
  if (owned.length > 1)
    return `${option.name} shares its work between ${listed(owned.map(({ name }) => name))}, and an RFQ is of one kind of servers. Ask from the card of each; its quantities are for all of the work, so lower them to its part.`;
  const others = parts.filter(({ kind }) => kind === "cloud" || kind === "edge");
  if (others.length === 0)
    return `${option.name} buys no servers of its own: choose its parts first.`;
  return `${option.name} buys no servers of its own. Ask from the card of ${listed(others.map(({ name }) => name))}; its quantities are for all of the work, so lower them to its part.`;
}

/** "141 GB of memory each", where the catalog knows it. */
function memoryText(accelerator: string): string {
  const memory = findAccelerator(accelerator)?.figures.memoryGigabytes;
  return memory ? `, ${numberFull(memory)} GB of memory each` : "";
}

function bought(option: OnPremisesOption, needs: Requirements): readonly RfqItemNeeded[] {
  const perServer = option.acceleratorsPerServer.value ?? 0;
  const { kilowattsPerServer, purchases } = needs;
  const power =
    kilowattsPerServer === null ? "" : ` At most ${numberFull(kilowattsPerServer)} kW each.`;
  const description = `Server with ${counted(perServer, option.accelerator || "accelerator", option.accelerator || "accelerators")}${memoryText(option.accelerator)}`;
  return [
    ...purchases.map(({ servers, neededMonth, orderMonth }) => ({
      ...{ ...asked, description, neededMonth, category: "server" as const },
      ...{ quantity: String(servers), unit: "server" },
      note: `To be ordered in ${monthName(orderMonth)}.${power}`,
    })),
    ...followingServers(deliveriesOf(needs), option.usefulLifeMonths.value),
  ];
}

type Delivery = Omit<Requirements["purchases"][number], "orderMonth">;

/** As the servers come, or all at once where that were more rows than an RFQ may have. */
function deliveriesOf({ purchases, racks, servers, kilowatts }: Requirements): readonly Delivery[] {
  const [first] = purchases;
  if (!first || purchases.length * kindsOfItems <= maxRfqItems) return purchases;
  const accelerators = purchases.reduce((sum, one) => sum + one.accelerators, 0);
  return [{ neededMonth: first.neededMonth, servers, accelerators, racks, kilowatts }];
}
/** Servers, network, racks, installation and support. */
const kindsOfItems = 5;

/** What every delivery of servers takes besides them, by kind and then by month. */
function followingServers(
  deliveries: readonly Delivery[],
  supportMonths: number | null,
): readonly RfqItemNeeded[] {
  const isOne = deliveries.length === 1;
  const whole = isOne ? " in all" : "";
  const each = ({ servers, neededMonth }: Delivery) => ({
    ...{ ...asked, neededMonth, quantity: String(servers), unit: "server" },
  });
  return [
    ...deliveries.map((one) => ({
      ...{ ...each(one), category: "network" as const },
      description: "Network: switches, cables and transceivers",
      note: `For ${counted(one.accelerators, "accelerator")}${whole || ", beside those of the other deliveries"}.`,
    })),
    ...deliveries.flatMap(({ racks, kilowatts, neededMonth }) =>
      racks === null || racks === 0
        ? []
        : [
            {
              ...{ ...asked, neededMonth, category: "rack" as const },
              description: "Rack with power distribution",
              ...{ quantity: String(racks), unit: "rack" },
              note:
                kilowatts === null
                  ? ""
                  : `${numberFull(kilowatts)} kW at most${whole || " for the servers of this delivery"}.`,
            },
          ],
    ),
    ...deliveries.map((one) => ({
      ...{ ...each(one), category: "installation" as const },
      description: "Installation and acceptance test",
    })),
    ...deliveries.map((one) => ({
      ...{ ...each(one), category: "support" as const, recurrence: "yearly" as const },
      description: "Support, a year",
      months: supportMonths,
      note: "Say what it covers and how soon somebody comes.",
    })),
  ];
}

const rented = (option: CloudOption, needs: Requirements): readonly RfqItemNeeded[] =>
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
