import type { LineId } from "@/lib/engine/types";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { type Row, sumOf } from "./cells";
import { fiscalYearsOf } from "./fiscal-year-cells";
import type { MacrsTable } from "./macrs-table";
import type { OptionScope } from "./option-scope";

type Scope = OptionScope<OnPremisesOption>;

/** For each fiscal year of the plan: the share of the basis that it deducts, by month of purchase. */
export type MacrsSchedule = { readonly years: readonly Row[] };

type Placed = { readonly delivered: Row; readonly factor: Row; readonly serves: string };

/** docs/model.md, "Tax": each kind of purchase has a schedule of its own only where it begins or ends at another time. */
export function macrsSchedules(
  scope: Scope,
  table: MacrsTable,
  placed: Placed,
): (id: LineId) => MacrsSchedule {
  const { option, figure } = scope;
  const convention = conventionRow(scope, placed);
  const schedule = (label: string, after: string, serves: string) =>
    scheduleCells(scope, { label, after, serves, convention, table });
  const plain = schedule("what is bought", "0", placed.serves);
  const isLeased = option.financing?.kind === "lease";
  const boughtOut = isLeased
    ? schedule("what is bought out", figure("financing.termMonths"), placed.serves)
    : plain;
  const hasRacks = option.serversPerRack || option.rackPower;
  const racks = hasRacks ? schedule("racks", "0", figure("usefulLifeMonths")) : plain;
  return (id) => {
    if (id === "racks") return racks;
    return id === "installation" ? plain : boughtOut;
  };
}

/** 1 for the half-year convention, 1 + quarter where over 40% of a year's servers enter service in its last quarter. */
function conventionRow({ sheet, plan }: Scope, { delivered, factor }: Placed): Row {
  const { years, monthsBefore } = fiscalYearsOf(plan);
  const weight = sheet.series(
    "Servers at their price over the quote's",
    "servers",
    (t) => `${delivered.at(t)}*${factor.at(t)}`,
  );
  const sum = (from: number, to: number) => (from > to ? "0" : `SUM(${weight.range(from, to)})`);
  return sheet.series("Convention of tax", "1 = half-year, 2 to 5 = quarter", (t) => {
    const monthOfYear = (monthsBefore + t) % 12;
    const year = years[Math.floor((monthsBefore + t) / 12)];
    if (!year) return "1";
    const late = sum(Math.max(year.lastQuarter, year.fromMonth), year.toMonth);
    const quarter = Math.floor(monthOfYear / 3) + 1;
    return `IF(${late}>${sum(year.fromMonth, year.toMonth)}*0.4,${1 + quarter},1)`;
  });
}

/** Each tax year's share from the year of first use on; all that is left in the year it leaves. */
function scheduleCells(
  { sheet, plan }: Scope,
  {
    label,
    after,
    serves,
    convention,
    table,
  }: {
    readonly label: string;
    /** Months from delivery to first use as one's own. */
    readonly after: string;
    readonly serves: string;
    readonly convention: Row;
    readonly table: MacrsTable;
  },
): MacrsSchedule {
  const { years, monthsBefore } = fiscalYearsOf(plan);
  const yearOf = (month: string) => `INT((${month}+${monthsBefore})/12)`;
  const never = years.length + 1;
  const begins = (s: number) => `(${sheet.month.at(s)}+${after})`;
  const first = sheet.series(`First tax year of ${label}`, "index", (s) => yearOf(begins(s)));
  const last = sheet.series(`Tax year in which ${label} leaves`, "index", (s) => {
    const leaves = `(${sheet.month.at(s)}+${serves})`;
    return `IF(${leaves}<${sheet.months},${yearOf(leaves)},${never})`;
  });
  const ofPurchase = sheet.series(
    `Convention of ${label}`,
    "1 = half-year, 2 to 5 = quarter",
    (s) =>
      `IF(${begins(s)}<${sheet.months},INDEX(${convention.all},1,MIN(${sheet.months - 1},${begins(s)})+1),1)`,
  );
  const rows: Row[] = [];
  for (const [year] of years.entries()) {
    const earlier = [...rows];
    rows.push(
      sheet.series(`Share of ${label} deducted in tax year ${year + 1}`, "fraction", (s) => {
        const left = `(1-(${sumOf(earlier.map((row) => row.at(s)))}))`;
        const share = table.share(ofPurchase.at(s), `(${year}-${first.at(s)}+1)`);
        return `IF(OR(${year}<${first.at(s)},${year}>${last.at(s)}),0,IF(${year}=${last.at(s)},${left},MIN(${left},${share})))`;
      }),
    );
  }
  return { years: rows };
}
