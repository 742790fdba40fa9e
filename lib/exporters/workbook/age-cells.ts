import type { Row, SheetWriter } from "./cells";

/** A number for each age in months: of one unit of money bought, what falls due or is used up then. */
export type AgeRow = {
  readonly forward: Row;
  /** What falls on month t of all that was bought up to then, each at its age. */
  readonly spread: (bought: Row, month: number) => string;
  /** Sum of the ages that one bought in a month reaches inside the horizon. */
  readonly insideHorizon: (month: number) => string;
};

/** Written twice, forward and backward, so that a month's sum over purchases is one SUMPRODUCT. */
export function ageCells(
  sheet: SheetWriter,
  label: string,
  formula: (age: string, earlier: string) => string,
): AgeRow {
  const last = sheet.months - 1;
  const forward = sheet.series(`${label}, by age`, "of the price", (age, row) =>
    formula(sheet.month.at(age), age === 0 ? "0" : `SUM(${row.range(0, age - 1)})`),
  );
  const backward = sheet.series(`${label}, by age, backward`, "of the price", (month) =>
    forward.at(last - month),
  );
  return {
    forward,
    spread: (bought, t) => `SUMPRODUCT(${bought.range(0, t)},${backward.range(last - t, last)})`,
    insideHorizon: (s) => `SUM(${forward.range(0, last - s)})`,
  };
}

/** Training's share of what a purchase of each month uses up inside the horizon; of its first month where that is nothing. */
export function shareOverLife(sheet: SheetWriter, label: string, used: AgeRow, share: Row): Row {
  const last = sheet.months - 1;
  return sheet.series(`Training's share of ${label} over its life`, "fraction", (s) => {
    const all = used.insideHorizon(s);
    const weighted = `SUMPRODUCT(${used.forward.range(0, last - s)},${share.range(s, last)})`;
    return `IF(${all}>0,${weighted}/${all},${share.at(s)})`;
  });
}
