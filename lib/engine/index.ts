export { breakEvenMonth } from "./break-even-month";
export { monthText } from "./calendar";
export { applyChanges, figureAt } from "./paths";
export { discounted } from "./present-value";
export { project } from "./project";
export type * from "./types";
