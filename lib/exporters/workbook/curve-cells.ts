import type { GrowthCurve, PricePath } from "@/lib/schemas/curve";
import type { Row, SheetWriter } from "./cells";
import type { Inputs } from "./input-cells";

/** Log-linear from one point's cell to the next one's. */
function drawnFormula(
  points: readonly { readonly month: number; readonly factor: number }[],
  path: string,
  inputs: Inputs,
): (month: number) => string {
  const written = points.map(({ month, factor }) => ({
    month,
    cell: inputs.given(`${path}: in month ${month + 1}`, "ratio", factor),
  }));
  const all = written[0]?.month === 0 ? written : [{ month: 0, cell: "1" }, ...written];
  return (t) => {
    const from = all.findLast(({ month }) => month <= t);
    const to = all.find(({ month }) => month > t);
    if (!from || !to) return from?.cell ?? "1";
    return `${from.cell}*(${to.cell}/${from.cell})^(${t - from.month}/${to.month - from.month})`;
  };
}

/** The level of each month over the start. docs/model.md, "Demand" and "Price paths". */
export function curveRow(
  label: string,
  curve: GrowthCurve | PricePath,
  path: string,
  inputs: Inputs,
  sheet: SheetWriter,
): Row {
  const figure = (key: string) => inputs.figure(`${path}.${key}`);
  const years = (t: number) => `(${sheet.month.at(t)}/12)`;
  const row = (formula: (month: number) => string) => sheet.series(label, "ratio", formula);
  switch (curve.kind) {
    case "annual":
      return row((t) => `(1+${figure("changePerYearFraction")})^${years(t)}`);
    case "compound":
      return row((t) => `(1+${figure("ratePerYearFraction")})^${years(t)}`);
    case "linear":
      return row((t) => `MAX(0,1+${figure("addedPerYearFraction")}*${years(t)})`);
    case "logistic":
      return row(
        (t) =>
          `${figure("ceilingRatio")}/(1+EXP(-${figure("steepnessPerYear")}*(${sheet.month.at(t)}-${figure("midpointMonths")})/12))`,
      );
    case "bass": {
      const [p, q] = [figure("innovationPerYearFraction"), figure("imitationPerYearFraction")];
      const left = (t: number) =>
        `EXP(-(${p}+${q})*(${sheet.month.at(t)}+${figure("monthsSinceLaunch")})/12)`;
      return row((t) => `${figure("marketRatio")}*(1-${left(t)})/(1+${q}/${p}*${left(t)})`);
    }
    case "drawn":
      return row(drawnFormula(curve.points, path, inputs));
    case "steps": {
      const factors = curve.steps.map(({ month, factor }) => ({
        month,
        cell: inputs.given(`${path}: from month ${month + 1}`, "ratio", factor),
      }));
      return row((t) => factors.findLast(({ month }) => month <= t)?.cell ?? "1");
    }
    default:
      return curve satisfies never;
  }
}
