import type { CatalogEntry } from "@/lib/catalog/entries";
import { entriesFor } from "@/lib/catalog/find";
import { type OwnEntry, takenFigure } from "@/lib/catalog/own-record";
import type { FrontRecord } from "@/lib/catalog/throughput-fronts";
import type { FrontThroughput } from "@/lib/engine/types";
import type { Throughput } from "@/lib/schemas/throughput";
import type { ThroughputFront } from "@/lib/schemas/throughput-front";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { assumed, unpriced } from "../provenance";

/** Measured rates of the catalog, those of the same model and accelerator first where it has any. */
export function throughputEntries(wanted: {
  readonly accelerator: string;
  readonly model: string;
  readonly own?: readonly OwnEntry[];
}): readonly CatalogEntry[] {
  return entriesFor({ kind: "throughput", field: "outputTokensPerSecond", ...wanted });
}

export function throughputFrom(
  entryId: string,
  workloadId: string,
  own: readonly OwnEntry[] = [],
): Throughput {
  const all = entriesFor({ kind: "throughput", own });
  const rate = all.find(({ id }) => id === entryId);
  if (!rate) throw new Error(`The catalog has no throughput "${entryId}".`);
  const replica = all.find(
    ({ recordId, field }) => recordId === rate.recordId && field === "acceleratorsPerReplica",
  );
  const { subject } = rate;
  return {
    workloadId,
    modelName: subject.model ?? "",
    accelerator: subject.accelerator ?? "",
    precision: subject.precision ?? "",
    servingEngine: subject.servingEngine ?? "",
    ...(subject.conditions ? { conditions: subject.conditions } : {}),
    acceleratorsPerReplica: replica ? takenFigure(replica) : unpriced,
    basis: "combined",
    outputTokensPerSecond: takenFigure(rate),
  };
}

/** The points of the catalog as a throughput of the plan. */
export function throughputFromFront(record: FrontRecord, workloadId: string): Throughput {
  const { id: _, model, accelerator, precision, servingEngine, note, ...measured } = record;
  const { acceleratorsPerReplica, ...front } = measured;
  const { evidence, source, url, date } = front;
  return {
    workloadId,
    modelName: model,
    accelerator,
    precision,
    servingEngine,
    conditions: note,
    acceleratorsPerReplica: {
      value: acceleratorsPerReplica,
      evidence,
      source,
      ...(url && { url }),
      date,
    },
    basis: "front",
    front,
  };
}

export function blankThroughput(workload: InferenceWorkload, accelerator: string): Throughput {
  return {
    workloadId: workload.id,
    modelName: workload.modelName,
    accelerator,
    precision: "",
    servingEngine: "",
    acceleratorsPerReplica: assumed(1),
    basis: "combined",
    outputTokensPerSecond: unpriced,
  };
}

/** The same conditions with rates of another basis, which nothing here can convert. */
export function rebased(row: Throughput, basis: Throughput["basis"]): Throughput {
  if (row.basis === basis) return row;
  const conditions = conditionsOf(row);
  switch (basis) {
    case "combined":
      return { ...conditions, basis, outputTokensPerSecond: unpriced };
    case "split":
      return {
        ...conditions,
        basis,
        prefillTokensPerSecond: unpriced,
        decodeTokensPerSecond: unpriced,
      };
    case "front":
      return { ...conditions, basis, front: blankFront };
  }
}

function conditionsOf(row: Throughput) {
  switch (row.basis) {
    case "combined": {
      const { basis: _, outputTokensPerSecond: __, ...conditions } = row;
      return conditions;
    }
    case "split": {
      const {
        basis: _,
        prefillTokensPerSecond: __,
        decodeTokensPerSecond: ___,
        ...conditions
      } = row;
      return conditions;
    }
    case "front": {
      const { basis: _, front: __, ...conditions } = row;
      return conditions;
    }
  }
}

/** One point to be overwritten, by somebody's own measurement. */
const blankFront: ThroughputFront = {
  inputTokens: 1024,
  outputTokens: 1024,
  points: [
    {
      timeToFirstTokenMilliseconds: 1000,
      timePerOutputTokenMilliseconds: 50,
      outputTokensPerSecond: 1000,
    },
  ],
  evidence: "assumed",
};

/** Whether all of a front's numbers are numbers, so that it can be drawn while it is typed. */
export function finishedFront({ front, acceleratorsPerReplica }: FrontThroughput): boolean {
  const { value } = acceleratorsPerReplica;
  return (
    front.points.length > 0 &&
    typeof value === "number" &&
    value > 0 &&
    [front.inputTokens, front.outputTokens].every(Number.isFinite) &&
    front.points.every(
      (point) =>
        Number.isFinite(point.timeToFirstTokenMilliseconds) &&
        point.timePerOutputTokenMilliseconds > 0 &&
        point.outputTokensPerSecond > 0,
    )
  );
}

/** Another rate in its place: what the plan puts on top of a rate stays, what the old one included goes with it. */
export function withWhatComesOnTop(row: Throughput, next: Throughput): Throughput {
  const levers = row.levers?.filter(({ reach }) => reach === "added") ?? [];
  const { speedUpPerYearFraction } = row;
  return {
    ...next,
    ...(speedUpPerYearFraction && { speedUpPerYearFraction }),
    ...(levers.length > 0 && { levers }),
  };
}
