import type { Use } from "@/lib/engine/types";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { type Row, sumOf } from "./cells";
import { dividedAsUsed, type LineCells, paidAsUsed, shareOf, uses } from "./line-cells";
import type { OnPremisesFleetCells } from "./on-premises-fleet-cells";
import type { OptionScope } from "./option-scope";
import type { OwnedBook } from "./owned-cells";
import type { OwnedGroup } from "./owned-group-cells";

type Scope = OptionScope<OnPremisesOption>;

type Leaving = {
  readonly fleet: OnPremisesFleetCells;
  /** Price paid for servers and network, by month of delivery. */
  readonly bought: readonly Row[];
  readonly owned: readonly OwnedBook[];
};

/** Income and cost of the month after a server's last, where it lies inside the horizon. docs/model.md, "Purchase and life". */
export function leavingCells(scope: Scope, { fleet, bought, owned }: Leaving): LineCells[] {
  const { sheet, option, figure, prices } = scope;
  const since = (t: number) => `(${sheet.month.at(t)}-${fleet.serves})`;
  const then = (of: Row, t: number) => `INDEX(${of.all},1,MAX(0,${since(t)})+1)`;
  const fraction = sheet.value("Residual share", "fraction", residualShare(scope, fleet.serves));
  const isOurs =
    option.financing?.kind === "lease"
      ? `${figure("financing.termMonths")}<${fleet.serves}`
      : "TRUE()";
  const served = sheet.series("Training's share while they served", "fraction", (t) => {
    const from = `">="&${since(t)},${sheet.month.all},"<"&${sheet.month.at(t)}`;
    return `SUMIFS(${fleet.trainingShare.all},${sheet.month.all},${from})/${fleet.serves}`;
  });
  const residual = uses.map((use) =>
    paidAsUsed(sheet, "residualValue", use, (t) => {
      const paid = `(${bought.map((row) => then(row, t)).join("+")})*${shareOf(use, served.at(t))}`;
      const ofBought = `IF(AND(${since(t)}>=0,${isOurs}),-${fraction}*${paid},0)`;
      const brings = owned
        .filter(({ group }) => group.row.residualValue)
        .map((one) => `-${onLeaving(sheet, one, t, { key: "residualValue", use })}`);
      return `${ofBought}${brings.join("")}`;
    }),
  );
  const lines = [...residual, ...exitFeeCells(sheet, owned)];
  if (!option.decommissioning) return lines;
  const leave = (t: number) => {
    const ofBought = `IF(${since(t)}<0,0,${then(fleet.delivered, t)})`;
    const ofOwned = owned.map(
      ({ group }) => `IF(${isGone(sheet, group, t)},${group.figure("servers")},0)`,
    );
    return `(${sumOf([ofBought, ...ofOwned])})`;
  };
  const cost = (t: number) => `${leave(t)}*${figure("decommissioning")}*${prices.other.at(t)}`;
  return [...lines, ...dividedAsUsed(sheet, "decommissioning", cost, fleet.trainingShare)];
}

const isGone = (sheet: Scope["sheet"], { serves }: OwnedGroup, t: number) =>
  `${sheet.month.at(t)}=${serves}`;

/** An amount a server of a group, in the month after its last, divided on the months that they served. */
function onLeaving(
  sheet: Scope["sheet"],
  { group, shareServed }: OwnedBook,
  t: number,
  { key, use }: { readonly key: "residualValue" | "exitFee"; readonly use: Use },
): string {
  const amount = `${group.figure("servers")}*${group.figure(key)}*${shareOf(use, shareServed)}`;
  return `IF(${isGone(sheet, group, t)},${amount},0)`;
}

/** Where a group leaves before its life ends. docs/model.md, "What is owned". */
function exitFeeCells(sheet: Scope["sheet"], owned: readonly OwnedBook[]): LineCells[] {
  const charged = owned.filter(({ group }) => group.row.exitFee);
  if (charged.length === 0) return [];
  return uses.map((use) =>
    paidAsUsed(sheet, "exitFee", use, (t) =>
      sumOf(
        charged.map((one) => {
          const fee = onLeaving(sheet, one, t, { key: "exitFee", use });
          return `IF(${one.group.serves}<${one.group.life},${fee},0)`;
        }),
      ),
    ),
  );
}

export const goesBack = ({ financing }: OnPremisesOption): boolean =>
  financing?.kind === "lease" && financing.atEnd === "return";

/** One number, or straight between points over age and level beyond them. */
function residualShare({ option, figure, inputs }: Scope, age: string): string {
  if (!option.residualCurve) return figure("residualFraction");
  const points = option.residualCurve.points.map(({ ageMonths, fraction }) => ({
    age: ageMonths,
    cell: inputs.given(
      `${option.name}: residual share at ${ageMonths} months`,
      "fraction",
      fraction,
    ),
  }));
  return points.reduceRight((beyond, point, index) => {
    const before = points[index - 1];
    if (!before) return `IF(${age}<=${point.age},${point.cell},${beyond})`;
    const line = `${before.cell}+(${point.cell}-${before.cell})*(${age}-${before.age})/${point.age - before.age}`;
    return `IF(AND(${age}>${before.age},${age}<=${point.age}),${line},${beyond})`;
  }, points.at(-1)?.cell ?? "0");
}
