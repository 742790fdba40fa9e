import type { Use } from "@/lib/engine/types";
import { type Row, type SheetWriter, sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";

/** The part of a load that each month's share names. docs/model.md, "Bridge". */
export function shareOfLoad(
  sheet: SheetWriter,
  load: CellLoad,
  share: Readonly<Record<Use, Row>>,
): CellLoad {
  const part = (label: string, whole: Row, use: Use) =>
    sheet.series(label, "of the bridge", (t) => `${whole.at(t)}*${share[use].at(t)}`);
  return {
    inference: load.inference.map((one) => ({
      ...one,
      uncached: part(`${one.workload.name}: uncached`, one.uncached, "inference"),
      cached: part(`${one.workload.name}: cached`, one.cached, "inference"),
      output: part(`${one.workload.name}: output`, one.output, "inference"),
      requests: part(`${one.workload.name}: requests`, one.requests, "inference"),
    })),
    training: load.training.map(({ hours, atOnce }) => ({
      hours: part("Training hours", hours, "training"),
      atOnce: part("Training at once", atOnce, "training"),
    })),
    inUse: (t) => `(${sumOf([share.inference.at(t), share.training.at(t)])})<>0`,
  };
}
