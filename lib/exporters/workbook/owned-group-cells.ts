import type { OnPremisesOption, OwnedServers } from "@/lib/schemas/on-premises-option";
import { type SheetWriter, sumOf } from "./cells";
import type { OptionScope } from "./option-scope";

type Scope = OptionScope<OnPremisesOption>;

/** Servers of one age that are owned at month 1. docs/model.md, "What is owned". */
export type OwnedGroup = {
  readonly row: OwnedServers;
  /** What its rows in the sheet begin with. */
  readonly label: string;
  readonly figure: (key: keyof OwnedServers) => string;
  /** Months of its life that are left at month 1. */
  readonly life: string;
  /** Months that it serves: to the end of its life, or until it leaves. */
  readonly serves: string;
};

export function ownedGroupCells(scope: Scope): readonly OwnedGroup[] {
  const { owned, furtherOwned = [] } = scope.option;
  const rows = [
    ...(owned ? [{ path: "owned", row: owned }] : []),
    ...furtherOwned.map((row) => ({ path: `furtherOwned.${row.id}`, row })),
  ];
  return rows.map(({ path, row }, index) => groupCells(scope, path, row, `Owned ${index + 1}`));
}

function groupCells(scope: Scope, path: string, row: OwnedServers, label: string): OwnedGroup {
  const { sheet } = scope;
  const figure = (key: keyof OwnedServers) => scope.figure(`${path}.${key}`);
  const life = sheet.value(
    `${label}: life left`,
    "months",
    `MAX(0,${scope.figure("usefulLifeMonths")}-${figure("ageMonths")})`,
  );
  const serves = row.leaveAfterMonths ? `MIN(${life},${figure("leaveAfterMonths")})` : life;
  return {
    row,
    label,
    figure,
    life,
    serves: sheet.value(`${label}: months that they serve`, "months", serves),
  };
}

/** Servers of a group in service. */
export const ownedInService = (sheet: SheetWriter, { figure, serves }: OwnedGroup, month: number) =>
  `IF(${sheet.month.at(month)}<${serves},${figure("servers")},0)`;

/** All that is owned at month 1, whether it still serves or not. */
export const serversOwned = (groups: readonly OwnedGroup[]): string =>
  sumOf(groups.map(({ figure }) => figure("servers")));
