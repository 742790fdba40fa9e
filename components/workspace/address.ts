import type { Change } from "@/lib/schemas/scenario";
import type { FigureRef } from "@/lib/views/types";

const path = /^[a-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)+$/;

/** `?set=workloads.claims.growth.ratePerYearFraction:0.6,options.cloud.rate:2.5` */
export function readChanges(text: string): readonly Change[] {
  return text
    .split(",")
    .map((part) => {
      const [name = "", number = ""] = part.split(":");
      return { path: name, value: number.trim() === "" ? Number.NaN : Number(number) };
    })
    .filter((change) => path.test(change.path) && Number.isFinite(change.value))
    .slice(0, 100);
}

export function writeChanges(changes: readonly Change[]): string {
  return changes
    .map((change) => `${change.path}:${Number(change.value.toPrecision(10))}`)
    .join(",");
}

const measures = [
  "cash",
  "accrual",
  "netPresentCost",
  "costPerMillionTokens",
  "walkAwayPrice",
  "internalRate",
  "energyPerMillionTokens",
];
const separator = "~";

/** `?open=on-premises~cash~servers.inference~cloud~0-25` */
export function readFigureRef(text: string): FigureRef | null {
  const [optionId = "", measure = "", lineId, againstId, range] = text.split(separator);
  if (optionId === "" || !measures.includes(measure)) return null;
  const months = /^(\d{1,3})?-(\d{1,3})?$/.exec(range ?? "");
  return {
    optionId,
    measure: measure as FigureRef["measure"],
    ...(lineId && { lineId }),
    ...(againstId && { againstId }),
    ...(months?.[1] && { fromMonth: Number(months[1]) }),
    ...(months?.[2] && { toMonth: Number(months[2]) }),
  };
}

export function writeFigureRef(ref: FigureRef): string {
  const range =
    ref.fromMonth === undefined && ref.toMonth === undefined
      ? ""
      : `${ref.fromMonth ?? ""}-${ref.toMonth ?? ""}`;
  return [ref.optionId, ref.measure, ref.lineId ?? "", ref.againstId ?? "", range]
    .join(separator)
    .replace(/~+$/, "");
}
