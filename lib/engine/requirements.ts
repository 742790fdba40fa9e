import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import { monthText } from "./calendar";
import { moneyFields } from "./money-fields";
import { applyChanges } from "./paths";
import { project } from "./project";
import { at } from "./series";
import type { Missing, OptionProjection } from "./types";
import { monthsPerYear } from "./units";

/** Servers that are ordered together. */
export type NeededServers = {
  /** "2027-03", as the months below. */
  readonly orderMonth: string;
  readonly neededMonth: string;
  readonly servers: number;
  readonly accelerators: number;
  /** More than were in use before, until the next delivery; null where the option says nothing of racks. */
  readonly racks: number | null;
  /** The most that these servers draw; null where that is missing. */
  readonly kilowatts: number | null;
};

/** The most accelerators rented at a time in a year of the plan. */
export type NeededRental = {
  readonly fromMonth: string;
  readonly months: number;
  readonly accelerators: number;
  readonly instances: number;
};

/** What an option buys or rents over the plan. */
export type Requirements = {
  /** What sizing lacks; nothing is needed while it does. */
  readonly missing: readonly Missing[];
  /** False where the option cannot serve what the plan asks of it; nothing is needed then. */
  readonly isFeasible: boolean;
  readonly purchases: readonly NeededServers[];
  /** Of all purchases. */
  readonly servers: number;
  /** The most in use at a time; null where the option says nothing of racks. */
  readonly racks: number | null;
  /** The most that one server draws, and all that are bought; null where that is missing. */
  readonly kilowattsPerServer: number | null;
  readonly kilowatts: number | null;
  readonly rentals: readonly NeededRental[];
};

/** They say what machines cost, not how many it takes: a plan without them is what quotes are asked for. */
const priceOnly: ReadonlySet<string> = new Set([
  ...moneyFields,
  "powerPrice",
  "staffCost",
  "staffFte",
  "changePerYearFraction",
  "discountRatePerYearFraction",
  "residualFraction",
  "supportFraction",
  "supportPerYearFraction",
]);
const isPriceOnly = ({ path }: Missing) => priceOnly.has(path.slice(path.lastIndexOf(".") + 1));

/** How many machines an option takes, where only prices are missing: any price sizes it alike. */
function sized(plan: Plan, optionId: string): OptionProjection | undefined {
  const found = project(plan).options.find((one) => one.optionId === optionId);
  if (!found || found.missing.length === 0 || !found.missing.every(isPriceOnly)) return found;
  const priced = applyChanges(
    plan,
    found.missing.map(({ path }) => ({ path, value: 1 })),
  );
  const again = project(priced).options.find((one) => one.optionId === optionId);
  const isLess = again?.missing.every(isPriceOnly) && again.missing.length > 0;
  return isLess ? sized(priced, optionId) : again;
}

/**
 * purchases(t) = servers delivered(t), ordered lead time months before; rental of a year = max over its
 * months of accelerators(t). Of a portfolio: what its owned part buys for its part of the work. Null for an option
 * that neither buys nor rents machines. docs/model.md, "What an option needs".
 */
export function requirementsOf(plan: Plan, optionId: string): Requirements | null {
  const option = machinesOf(plan, optionId);
  if (!option) return null;
  const found = sized(plan, optionId);
  if (found?.status !== "complete") {
    const missing = found?.missing.filter((one) => !isPriceOnly(one)) ?? [];
    return { ...nothing, missing, isFeasible: found?.status !== "infeasible" };
  }
  if (option.kind === "cloud")
    return { ...nothing, rentals: rentals(found.capacity, plan.startMonth) };
  return purchasesOf(found.capacity, option, plan.startMonth);
}

/** The option that says what the machines are: of a portfolio the one part that owns servers. */
export function machinesOf(plan: Plan, optionId: string): OnPremisesOption | CloudOption | null {
  const option = plan.options.find(({ id }) => id === optionId);
  if (option?.kind === "on-premises" || option?.kind === "cloud") return option;
  if (option?.kind !== "portfolio") return null;
  const ids = [option.firstOptionId, option.secondOptionId];
  const owned = plan.options.filter(
    (part): part is OnPremisesOption => part.kind === "on-premises" && ids.includes(part.id),
  );
  return owned.length === 1 ? (owned[0] ?? null) : null;
}

function purchasesOf(
  { serversDelivered, racks }: OptionProjection["capacity"],
  option: OnPremisesOption,
  startMonth: string,
): Requirements {
  const perServer = option.acceleratorsPerServer.value ?? 0;
  const lead = option.leadTimeMonths.value ?? 0;
  const most = Math.max(0, ...racks);
  const kilowattsPerServer = option.serverPower.value;
  const drawn = (count: number) =>
    kilowattsPerServer === null ? null : kilowattsPerServer * count;
  const purchases = serversDelivered.flatMap((servers, month) => {
    if (servers === 0) return [];
    const [orderMonth, neededMonth] = [month - lead, month].map((one) =>
      monthText(startMonth, one),
    ) as [string, string];
    const ordered = { orderMonth, neededMonth, servers, accelerators: servers * perServer };
    const added = most === 0 ? null : racksAdded(racks, serversDelivered, month);
    return [{ ...ordered, racks: added, kilowatts: drawn(servers) }];
  });
  const servers = purchases.reduce((sum, one) => sum + one.servers, 0);
  return {
    ...nothing,
    ...{ purchases, servers, kilowattsPerServer },
    racks: most === 0 ? null : most,
    kilowatts: drawn(servers),
  };
}

/**
 * racks(m) = max racks in use before the delivery after m − max before the delivery in m; the first delivery has
 * all until the second, so that together they are the most in use.
 */
function racksAdded(racks: readonly number[], delivered: readonly number[], month: number): number {
  const isFirst = delivered.findIndex((servers) => servers > 0) === month;
  const next = delivered.findIndex((servers, at) => at > month && servers > 0);
  const mostUntil = (end: number) => Math.max(0, ...racks.slice(0, end));
  return mostUntil(next < 0 ? racks.length : next) - (isFirst ? 0 : mostUntil(month));
}

const nothing: Requirements = {
  missing: [],
  isFeasible: true,
  purchases: [],
  servers: 0,
  racks: null,
  kilowattsPerServer: null,
  kilowatts: null,
  rentals: [],
};

function rentals(
  { accelerators, servers }: OptionProjection["capacity"],
  startMonth: string,
): readonly NeededRental[] {
  const found: NeededRental[] = [];
  for (let first = 0; first < accelerators.length; first += monthsPerYear) {
    const end = Math.min(first + monthsPerYear, accelerators.length);
    const year = accelerators.slice(first, end);
    const most = Math.max(...year);
    if (most === 0) continue;
    found.push({
      fromMonth: monthText(startMonth, first),
      months: end - first,
      accelerators: most,
      instances: at(servers, first + year.indexOf(most)),
    });
  }
  return found;
}
