import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { type Row, roundedUp, type SheetWriter, sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";
import type { OptionScope } from "./option-scope";

export type FleetCells = {
  /** Servers or instances that inference needs, spare replicas included. */
  readonly units: Row;
  /** Accelerator-hours of work on this option's accelerators. */
  readonly inferenceHours: Row;
  readonly trainingHours: Row;
};

type Fleet = CloudOption | OnPremisesOption;

/** docs/model.md, "Work" and "Sizing". */
export function fleetCells(
  scope: OptionScope<Fleet>,
  load: CellLoad,
  unit: { readonly accelerators: string; readonly hoursShare: string },
): FleetCells {
  const { sheet, figure } = scope;
  const needs = load.inference.map((one) => {
    const id = one.workload.id;
    const profile = scope.option.throughput.find(({ workloadId }) => workloadId === id);
    const rate = (key: string) => figure(`throughput.${id}.${key}`);
    const width = rate("acceleratorsPerReplica");
    const work = sheet.series(`Work: ${one.workload.name}`, "replica-seconds", (t) =>
      profile?.basis === "split"
        ? `${one.uncached.at(t)}/${rate("prefillTokensPerSecond")}+${one.output.at(t)}/${rate("decodeTokensPerSecond")}`
        : `${one.output.at(t)}/${rate("outputTokensPerSecond")}`,
    );
    const peak = scope.inputs.figure(`workloads.${id}.peakToMeanRatio`);
    const busy = sheet.series(
      "Busy replicas",
      "count",
      (t) =>
        `${work.at(t)}/(3600*${scope.hours})*MAX(${peak},1/${unit.hoursShare})/${figure("utilizationCeilingFraction")}`,
    );
    const replicas = sheet.series(
      "Replicas",
      "count",
      (t) => `IF(${busy.at(t)}=0,0,${roundedUp(busy.at(t))}+${figure("spareReplicas")})`,
    );
    const a = unit.accelerators;
    return {
      units: (t: number) =>
        `IF(${width}<=${a},${replicas.at(t)}/INT(${a}/${width}),${replicas.at(t)}*ROUNDUP(${width}/${a},0))`,
      hours: (t: number) => `${work.at(t)}*${width}/3600`,
    };
  });
  const sum = (of: "units" | "hours", t: number) => sumOf(needs.map((need) => need[of](t)));
  return {
    units: sheet.series("Units for inference", "count", (t) => roundedUp(sum("units", t))),
    inferenceHours: sheet.series("Inference work", "accelerator-hours", (t) => sum("hours", t)),
    trainingHours: sheet.series("Training work", "accelerator-hours", (t) =>
      load.training.length === 0
        ? "0"
        : `(${sumOf(load.training.map(({ hours }) => hours.at(t)))})/${figure("trainingSpeedRatio")}`,
    ),
  };
}

/** Training on idle hours, and its share of the base fleet's cost. docs/model.md, "Shared machines". */
export function sharedCells(
  sheet: SheetWriter,
  fleet: {
    readonly baseHours: (month: number) => string;
    readonly ceiling: string;
    readonly inferenceHours: Row;
    readonly trainingHours: Row;
    /** 1 or 0 for a month in which nothing works. */
    readonly idleShare: "0" | "1";
  },
): { readonly onBase: Row; readonly baseShare: Row } {
  const { inferenceHours, trainingHours } = fleet;
  const onBase = sheet.series(
    "Training on idle hours",
    "accelerator-hours",
    (t) =>
      `MIN(${trainingHours.at(t)},MAX(0,(${fleet.baseHours(t)})*${fleet.ceiling}-${inferenceHours.at(t)}))`,
  );
  const baseShare = sheet.series(
    "Training's share of the base fleet",
    "fraction",
    (t) =>
      `IF(${inferenceHours.at(t)}+${onBase.at(t)}>0,${onBase.at(t)}/(${inferenceHours.at(t)}+${onBase.at(t)}),${fleet.idleShare})`,
  );
  return { onBase, baseShare };
}

/** What was added for training is training's in full. */
export function trainingShareCells(
  sheet: SheetWriter,
  base: (month: number) => string,
  added: (month: number) => string,
  baseShare: Row,
): Row {
  return sheet.series(
    "Training's share of all machines",
    "fraction",
    (t) =>
      `IF((${base(t)})+(${added(t)})=0,${baseShare.at(t)},((${base(t)})*${baseShare.at(t)}+(${added(t)}))/((${base(t)})+(${added(t)})))`,
  );
}

/** Training's share of a fleet in a month in which nothing works. */
export const idleShare = ({ mainUse }: Pick<OptionScope<Fleet>, "mainUse">): "0" | "1" =>
  mainUse === "training" ? "1" : "0";
