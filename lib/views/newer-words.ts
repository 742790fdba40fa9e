export const newerCountText = (count: number): string => `The catalog has newer figures (${count})`;
export const newerHelp =
  "Nothing changes until you take a figure. What you take is one change of the plan, and undo takes it back.";
export const noEffect = "No effect on the answer";
