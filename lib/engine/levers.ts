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

/** What devices answer takes load off a fleet and leaves its rate: see `edge-offload.ts`. */
function stepOf(read: Reader, { path, row }: Source<Lever>): readonly Step[] {
  if (row.kind === "edge-offload") return [];
  if (row.reach === "included")
    return row.isOn ? [] : [{ from: 0, factor: 1 / read.figure({ path, row }, "speedRatio") }];
  if (!row.isOn) return [];
  const from = read.optional({ path, row }, "startMonth", 1) - 1;
  if (row.kind === "model-routing") {
    const routed = read.figure({ path, row }, "requestsFraction");
    const speed = read.figure({ path, row }, "smallModelSpeedRatio");
    return [{ from, factor: routingFactor(routed, speed) }];
  }
  return [{ from, factor: read.figure({ path, row }, "speedRatio") }];
}

/** 1 / ((1 - s) + s / v): tokens a second where a share s of them runs v times as fast. docs/model.md, "Levers". */
export function routingFactor(routedFraction: number, speedRatio: number): number {
  return 1 / (1 - routedFraction + routedFraction / speedRatio);
}
