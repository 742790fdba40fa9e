export { breakEvenMonth } from "./break-even-month";
export { breakEvenVolume, runRateCurve } from "./break-even-volume";
export { monthText } from "./calendar";
export { curveFactors } from "./curve-factors";
export { applyChanges, figureAt } from "./paths";
export { discounted } from "./present-value";
export { project } from "./project";
export type * from "./types";
export { walkAwayPrice } from "./walk-away-price";
