import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Row } from "./cells";
import { dividedAsUsed, type LineCells, paidAsUsed, shareOf, uses } from "./line-cells";
import type { OnPremisesFleetCells } from "./on-premises-fleet-cells";
import type { OptionScope } from "./option-scope";
import type { OwnedBook } from "./owned-cells";

type Scope = OptionScope<OnPremisesOption>;

type Leaving = {
  readonly fleet: OnPremisesFleetCells;
  /** Price paid for servers and network, by month of delivery. */
  readonly bought: readonly Row[];
  readonly owned: OwnedBook | null;
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
      const brings =
        owned && option.owned?.residualValue
          ? `-IF(${sheet.month.at(t)}=${owned.leaves},${figure("owned.servers")}*${figure("owned.residualValue")}*${shareOf(use, owned.shareServed)},0)`
          : "";
      return `${ofBought}${brings}`;
    }),
  );
  if (!option.decommissioning) return residual;
  const leave = (t: number) => {
    const ofBought = `IF(${since(t)}<0,0,${then(fleet.delivered, t)})`;
    return owned
      ? `(${ofBought}+IF(${sheet.month.at(t)}=${owned.leaves},${figure("owned.servers")},0))`
      : ofBought;
  };
  const cost = (t: number) => `${leave(t)}*${figure("decommissioning")}*${prices.other.at(t)}`;
  return [...residual, ...dividedAsUsed(sheet, "decommissioning", cost, fleet.trainingShare)];
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
