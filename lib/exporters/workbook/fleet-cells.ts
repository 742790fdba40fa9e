import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { Lever } from "@/lib/schemas/lever";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { type Row, roundedUp, type SheetWriter, sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";
import { frontRateCell } from "./front-cells";
import type { OptionScope } from "./option-scope";
import { type PeakHour, peakHourCells } from "./peak-cells";

export type FleetCells = {
  /** Servers or instances that inference needs, spare replicas included. */
  readonly units: Row;
  /** The same in each of the hours looked at. */
  readonly unitsByHour: readonly Row[];
  /** Accelerator-hours of work on this option's accelerators. */
  readonly inferenceHours: Row;
  readonly trainingHours: Row;
  /** Share of the month that runs last. */
  readonly trainingTime: Row;
};

type Fleet = CloudOption | OnPremisesOption | EdgeOption;

/** docs/model.md, "Work" and "Sizing". */
export function fleetCells(
  scope: OptionScope<Fleet>,
  load: CellLoad,
  unit: {
    readonly accelerators: string;
    readonly hoursShare: string;
    /** The hours that can be the highest, where others are not asked for. */
    readonly hours?: readonly PeakHour[];
  },
): FleetCells {
  const { sheet, figure } = scope;
  const spare = () => (scope.option.kind === "edge" ? "0" : figure("spareReplicas"));
  const ceiling = figure("utilizationCeilingFraction");
  const a = unit.accelerators;
  const hours = unit.hours ?? peakHourCells(load.inference, scope.inputs, unit.hoursShare);
  const needs = load.inference.map((one, index) => {
    const id = one.workload.id;
    const profile = scope.option.throughput.find(({ workloadId }) => workloadId === id);
    const rate = (key: string) => figure(`throughput.${id}.${key}`);
    const width = rate("acceleratorsPerReplica");
    const lever = (leverId: string, key: string) => rate(`levers.${leverId}.${key}`);
    const speedUp = profile?.speedUpPerYearFraction
      ? (t: number) => `/(1+${rate("speedUpPerYearFraction")})^(${sheet.month.at(t)}/12)`
      : () => "";
    const faster = (t: number) => `${speedUp(t)}${leverCells(profile?.levers, t, lever)}`;
    const outputRate =
      profile?.basis === "front"
        ? frontRateCell(scope, { front: profile.front, workload: one.workload })
        : profile?.basis === "combined" && rate("outputTokensPerSecond");
    const work = sheet.series(`Work: ${one.workload.name}`, "replica-seconds", (t) =>
      profile?.basis === "split"
        ? `(${one.uncached.at(t)}/${rate("prefillTokensPerSecond")}+${one.output.at(t)}/${rate("decodeTokensPerSecond")})${faster(t)}`
        : `${one.output.at(t)}/${outputRate}${faster(t)}`,
    );
    const replicas = hours.map((levels) =>
      sheet.series("Replicas", "count", (t) => {
        const busy = `${work.at(t)}/(3600*${scope.hours})*${levels[index]}/${ceiling}`;
        return `IF(${work.at(t)}*${levels[index]}=0,0,${roundedUp(busy)}+${spare()})`;
      }),
    );
    return {
      units: (t: number, hour: number) => {
        const count = replicas[hour]?.at(t);
        return `IF(${width}<=${a},${count}/INT(${a}/${width}),${count}*ROUNDUP(${width}/${a},0))`;
      },
      hours: (t: number) => `${work.at(t)}*${width}/3600`,
    };
  });
  const unitsByHour = hours.map((_, hour) =>
    sheet.series("Units in an hour", "count", (t) =>
      roundedUp(sumOf(needs.map((need) => need.units(t, hour)))),
    ),
  );
  const reference = (of: "hours" | "atOnce", t: number) =>
    sumOf(load.training.map((one) => one[of].at(t)));
  return {
    units: sheet.series(
      "Units for inference",
      "count",
      (t) => `MAX(${unitsByHour.map((row) => row.at(t)).join(",")})`,
    ),
    unitsByHour,
    inferenceHours: sheet.series("Inference work", "accelerator-hours", (t) =>
      sumOf(needs.map((need) => need.hours(t))),
    ),
    trainingHours: sheet.series("Training work", "accelerator-hours", (t) =>
      load.training.length === 0
        ? "0"
        : `(${reference("hours", t)})/${figure("trainingSpeedRatio")}`,
    ),
    trainingTime: sheet.series(
      "Share of the month that runs last",
      "fraction",
      (t) =>
        `IF((${reference("atOnce", t)})>0,MIN(1,(${reference("hours", t)})/((${reference("atOnce", t)})*${scope.hours})),1)`,
    ),
  };
}

/** What follows a formula of work for the levers of its rate. docs/model.md, "Levers". */
function leverCells(
  levers: readonly Lever[] | undefined,
  t: number,
  figure: (leverId: string, key: string) => string,
): string {
  return (levers ?? [])
    .map((lever) => {
      const { id, kind, reach, isOn, startMonth } = lever;
      if (kind === "edge-offload") return "";
      if (reach === "included") return isOn ? "" : `*${figure(id, "speedRatio")}`;
      if (!isOn) return "";
      const from = startMonth ? figure(id, "startMonth") : "1";
      return `/IF(${t + 1}>=${from},${effectCells(lever, figure)},1)`;
    })
    .join("");
}

function effectCells(
  { id, kind }: Lever,
  figure: (leverId: string, key: string) => string,
): string {
  if (kind !== "model-routing") return figure(id, "speedRatio");
  const routed = figure(id, "requestsFraction");
  return `(1/(1-${routed}+${routed}/${figure(id, "smallModelSpeedRatio")}))`;
}

/** Training on idle hours, and its share of the base fleet's cost. docs/model.md, "Shared machines". */
export function sharedCells(
  sheet: SheetWriter,
  fleet: {
    readonly baseHours: (month: number) => string;
    readonly ceiling: string;
    readonly inferenceHours: Row;
    readonly trainingHours: Row;
    readonly trainingTime: Row;
    /** 1 or 0 for a month in which nothing works. */
    readonly idleShare: "0" | "1";
  },
): { readonly onBase: Row; readonly baseShare: Row } {
  const { inferenceHours, trainingHours } = fleet;
  const onBase = sheet.series(
    "Training on idle hours",
    "accelerator-hours",
    (t) =>
      `MIN(${trainingHours.at(t)},MAX(0,(${fleet.baseHours(t)})*${fleet.ceiling}-${inferenceHours.at(t)})*${fleet.trainingTime.at(t)})`,
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
