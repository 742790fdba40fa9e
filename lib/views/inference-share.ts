import { type InferenceShare, inferenceShares } from "@/lib/engine";
import type { OptionProjection } from "@/lib/engine/types";
import { share } from "@/lib/format";
import type { EvidenceClass } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";
import { powerUnknownText } from "./energy";
import { optionName } from "./names";
import { optionProjection, type Results } from "./results";
import { textCell } from "./table";
import type { Cell, TableView } from "./types";

/** What somebody found of the world, beside which the plan stands. */
export type ShareReference = {
  readonly source: string;
  readonly url: string;
  readonly evidence: EvidenceClass;
  readonly years: readonly { readonly year: number; readonly fraction: number }[];
};

/** A part from 0 to 1 and how it reads; a null fraction is not known. */
export type SharePart = { readonly fraction: number | null; readonly text: string };

export type ShareRow = {
  readonly id: string;
  readonly label: string;
  /** Spend, compute, energy. */
  readonly parts: readonly SharePart[];
};

export type InferenceShareView = {
  /** The finding, in a sentence. */
  readonly title: string;
  readonly basis: string;
  readonly measures: readonly string[];
  readonly rows: readonly ShareRow[];
  readonly world: readonly ShareRow[];
  readonly source: {
    readonly text: string;
    readonly url: string;
    readonly evidence: EvidenceClass;
  };
  readonly table: TableView;
};

const measures = ["Spend", "Compute", "Energy"] as const;
const notKnown: SharePart = { fraction: null, text: "not known" };
const notGiven: SharePart = { fraction: null, text: "not given" };

/** Inference's share of an option by calendar year; null where the plan does not both serve and train. */
export function inferenceShareView(
  results: Results,
  optionId: string,
  reference: ShareReference,
): InferenceShareView | null {
  const { plan, projection } = results;
  const option = optionProjection(projection, optionId);
  const kinds = new Set(plan.workloads.map(({ kind }) => kind));
  if (option?.status !== "complete" || kinds.size < 2) return null;
  const shares = inferenceShares(projection, option);
  const rows = shares.map(rowOf);
  const world = reference.years.map(({ year, fraction }) => ({
    id: `world-${year}`,
    label: String(year),
    parts: [notGiven, partOf(fraction), notGiven],
  }));
  const name = optionName(plan, optionId);
  return {
    title: title(name, shares),
    basis: `${name}, by calendar year. ${basisWords(plan, option)}`,
    measures,
    rows,
    world,
    source: {
      text: reference.source,
      url: reference.url,
      evidence: reference.evidence,
    },
    get table() {
      return table(name, rows, world);
    },
  };
}

function rowOf({ year, spendFraction, computeFraction, energyFraction }: InferenceShare): ShareRow {
  const { monthsCovered } = year;
  return {
    id: String(year.year),
    label: monthsCovered === 12 ? String(year.year) : `${year.year}, ${monthsCovered} mo`,
    parts: [spendFraction, computeFraction, energyFraction].map(partOf),
  };
}

function partOf(fraction: number | null): SharePart {
  return fraction === null ? notKnown : { fraction, text: share(fraction) };
}

/** "Inference takes 78% of the spend on Own H200 servers in 2027, and 91% in 2031". */
function title(name: string, shares: readonly InferenceShare[]): string {
  const known = shares.filter(({ spendFraction }) => spendFraction !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `Inference’s share of ${name} is not known`;
  const said = ({ spendFraction, year }: InferenceShare) =>
    `${share(spendFraction ?? 0)} ${first === last ? "of" : "in"} ${year.year}`;
  const [before, after] = [share(first.spendFraction ?? 0), share(last.spendFraction ?? 0)];
  const spend = `of the spend on ${name}`;
  if (before === after) return `Inference takes ${before} ${spend}, from first to last year`;
  return `Inference takes ${before} ${spend} in ${first.year.year}, and ${said(last)}`;
}

function basisWords(plan: Plan, option: OptionProjection): string {
  const { kind, powerUnknown } = option;
  const spend = "Spend as consumed";
  if (kind === "api") return `${spend}; what an API runs on is not known.`;
  const compute = "compute in accelerator-hours used";
  if (kind === "edge") return `${spend}, ${compute}, energy of answering; devices do not train.`;
  if (powerUnknown.length === 0)
    return `${spend}, ${compute}, energy divided as its cost is; a bridge counts in spend alone.`;
  if (kind === "cloud")
    return `${spend}, ${compute}; a cloud’s energy is not known unless its power is stated.`;
  const name = optionName(plan, option.optionId);
  const unknown = powerUnknown.map(({ optionId }) => optionId);
  return `${spend}, ${compute}; no share of energy: ${powerUnknownText(plan, name, unknown)}.`;
}

function table(name: string, rows: readonly ShareRow[], world: readonly ShareRow[]): TableView {
  const cells = ({ label, parts }: ShareRow, of: string): readonly Cell[] => [
    textCell(label, label),
    textCell(of, of),
    ...parts.map(({ fraction, text }) => ({ text, sort: fraction })),
  ];
  return {
    id: "inference-share",
    about: name,
    caption: `Inference’s share on ${name} by calendar year, and of AI compute in the world`,
    columns: [
      { id: "year", label: "Year", align: "left" },
      { id: "of", label: "Of", align: "left" },
      ...measures.map((label) => ({ id: label.toLowerCase(), label, align: "right" as const })),
    ],
    rows: [
      ...rows.map((row) => ({ id: row.id, cells: cells(row, "this plan") })),
      ...world.map((row) => ({ id: row.id, cells: cells(row, "the world") })),
    ],
  };
}
