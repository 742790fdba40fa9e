import type { Lever } from "@/lib/schemas/lever";
import { series } from "./series";
import type { Reader, Source } from "./trace";
import type { Series } from "./types";

type Levered = { readonly levers?: readonly Lever[] | undefined };

/** The factor of one lever, from the month (0-based) in which it is there. */
type Step = { readonly from: number; readonly factor: number };

/**
 * What the levers make of a rate, month by month: × effect for one that is added and on, from its
 * month; ÷ effect for one that the rate includes and that is off. null where nothing changes it.
 * docs/model.md, "Levers".
 */
export function leverFactors(
  read: Reader,
  { path, row }: Source<Levered>,
  months: number,
): Series | null {
  const steps = (row.levers ?? []).flatMap((lever) =>
    stepOf(read, { path: `${path}.levers.${lever.id}`, row: lever }),
  );
  if (steps.length === 0) return null;
  return series(months, (month) =>
    steps.reduce((product, { from, factor }) => (month >= from ? product * factor : product), 1),
  );
}

function stepOf(read: Reader, lever: Source<Lever>): readonly Step[] {
  const { reach, isOn } = lever.row;
  if (reach === "included")
    return isOn ? [] : [{ from: 0, factor: 1 / read.figure(lever, "speedRatio") }];
  if (!isOn) return [];
  const from = read.optional(lever, "startMonth", 1) - 1;
  return [{ from, factor: read.figure(lever, "speedRatio") }];
}
