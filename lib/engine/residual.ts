import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { ResidualCurve } from "@/lib/schemas/purchase-terms";
import type { Reader, Source } from "./trace";

/**
 * Share of the price received at an age: the curve's where there is one, straight between its
 * points and level beyond them; else the plain share at any age. docs/model.md, "Purchase and life".
 */
export function residualFraction(
  read: Reader,
  option: Source<OnPremisesOption>,
  ageMonths: number,
): number {
  const { residualCurve } = option.row;
  if (residualCurve === undefined) return read.figure(option, "residualFraction");
  read.note(`${option.path}.residualCurve`);
  return fractionAt(residualCurve.points, ageMonths);
}

function fractionAt(points: ResidualCurve["points"], ageMonths: number): number {
  const after = points.findIndex((point) => point.ageMonths >= ageMonths);
  const next = points[after];
  const before = points.at(after < 0 ? -1 : after - 1);
  if (next === undefined) return before?.fraction ?? 0;
  if (before === undefined || after === 0) return next.fraction;
  const part = (ageMonths - before.ageMonths) / (next.ageMonths - before.ageMonths);
  return before.fraction + (next.fraction - before.fraction) * part;
}
