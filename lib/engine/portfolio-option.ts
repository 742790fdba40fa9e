import type { SingleOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import type { Basis } from "./basis";
import type { Load } from "./load";
import { infeasible, type OptionParts, tooManyUnitsFrom } from "./option-parts";
import { joinedCapacity } from "./portfolio-capacity";
import { joinedEnergy } from "./portfolio-energy";
import { partLoads } from "./portfolio-load";
import { addSeries } from "./series";
import { projectSingle } from "./single-option";
import { addSpend, type PricedLine } from "./spend";
import type { TaxTiming } from "./tax-depreciation";
import { type Traced, trace } from "./trace";
import type { Infeasibility, Use, Warning } from "./types";
import { unknownPower } from "./unknown-power";

/**
 * Two options of the plan that share the work, each priced by its very own functions on its part of
 * it; lines of one name are one line. docs/model.md, "Portfolios".
 */
export function projectPortfolio(basis: Basis, row: PortfolioOption, load: Load): OptionParts {
  const { rows, problems } = partRows(basis.plan, row);
  if (rows === null) return infeasible(basis.months, problems);
  const loads = partLoads(basis, { path: `options.${row.id}`, row }, load);
  const parts = [
    { row: rows.first, load: loads.first, ...projectSingle(basis, rows.first, loads.first) },
    { row: rows.second, load: loads.second, ...projectSingle(basis, rows.second, loads.second) },
  ];
  const unusable = parts.filter(
    (part) => part.infeasibilities.length > 0 || tooManyUnitsFrom(part) !== null,
  );
  if (unusable.length > 0) {
    return infeasible(
      basis.months,
      unusable.map((part) => ({ kind: "partUnusable", partOptionId: part.row.id })),
    );
  }
  const inferenceEnergy = joinedEnergy(basis, load, parts);
  return {
    ...(inferenceEnergy && { inferenceEnergy }),
    powerUnknown: parts.flatMap(({ row: { id }, load: own, inferenceEnergy: known }) =>
      known ? [] : unknownPower(id, own),
    ),
    lines: joinedLines(
      basis,
      parts.flatMap(({ lines }) => lines),
      loads.split,
    ),
    capacity: joinedCapacity(basis, load, parts),
    infeasibilities: [],
    warnings: [
      ...unusedStage(basis, row),
      ...parts.flatMap((part) => part.warnings.map((warning) => located(part.row, warning))),
    ],
    taxTiming: joinedTiming(
      basis,
      parts.flatMap(({ taxTiming }) => taxTiming ?? []),
    ),
    alsoRead: parts.flatMap(({ alsoRead }) => alsoRead ?? []),
    remainingBookValue: sumOf(parts.map((part) => part.remainingBookValue)),
    owedAtHorizon: sumOf(parts.flatMap(({ owedAtHorizon }) => owedAtHorizon ?? [])),
    committedBeyondHorizon: sumOf(
      parts.flatMap(({ committedBeyondHorizon }) => committedBeyondHorizon ?? []),
    ),
  };
}

/** Said where the switch lies outside the plan, so that one of the two never serves. */
function unusedStage({ months }: Basis, row: PortfolioOption): Warning[] {
  const switchMonth = row.switchMonth.value;
  if (row.mode !== "staged" || switchMonth === null) return [];
  const path = `options.${row.id}.switchMonth`;
  const unused = switchMonth > months ? row.secondOptionId : row.firstOptionId;
  if (unused === null || (switchMonth > 1 && switchMonth <= months)) return [];
  return [{ kind: "stageUnused", path, partOptionId: unused }];
}

const sumOf = (amounts: readonly Traced<number>[]): Traced<number> =>
  trace((read) => amounts.reduce((sum, amount) => sum + read.traced(amount), 0));

type PartRows = { readonly first: SingleOption; readonly second: SingleOption };

/** The options that a portfolio names; none where one is missing, a portfolio or the other one. */
export function partRows(
  plan: Plan,
  { firstOptionId, secondOptionId }: PortfolioOption,
): { readonly rows: PartRows | null; readonly problems: readonly Infeasibility[] } {
  const problems: Infeasibility[] = [];
  const rowOf = (part: "first" | "second", id: string | null): SingleOption | null => {
    const row = plan.options.find((option) => option.id === id);
    if (row !== undefined && row.kind !== "portfolio") return row;
    problems.push(
      id === null ? { kind: "noPart", part } : { kind: "partUnusable", partOptionId: id },
    );
    return null;
  };
  const first = rowOf("first", firstOptionId);
  const second = rowOf("second", secondOptionId);
  if (first === null || second === null) return { rows: null, problems };
  if (first.id !== second.id) return { rows: { first, second }, problems };
  return { rows: null, problems: [{ kind: "partUnusable", partOptionId: second.id }] };
}

/** Lines of the same name added up, in the order in which they first stand. */
function joinedLines(
  basis: Basis,
  lines: readonly PricedLine[],
  split: Traced<unknown>,
): PricedLine[] {
  const ids = [...new Set(lines.map(({ id }) => id))];
  return ids.map((id) => ({
    id,
    spend: trace((read) => {
      const same = lines.filter((line) => line.id === id).map(({ spend }) => read.traced(spend));
      read.traced(split);
      return addSpend(basis.months, same);
    }),
  }));
}

/** What tax deducts before the books do, of all parts. */
function joinedTiming(
  basis: Basis,
  timings: readonly Traced<TaxTiming>[],
): Traced<TaxTiming> | undefined {
  if (timings.length === 0) return undefined;
  return trace((read) => {
    const all = timings.map((timing) => read.traced(timing));
    const early = (use: Use) =>
      addSeries(
        basis.months,
        all.map((timing) => timing.early[use]),
      );
    return {
      early: { inference: early("inference"), training: early("training") },
      deferred: all.reduce((sum, { deferred }) => sum + deferred, 0),
    };
  });
}

/** A part's warning leads to the part. */
function located({ id }: SingleOption, warning: Warning): Warning {
  return warning.kind === "quoteExpires"
    ? { ...warning, path: `options.${id}.quote.validUntil` }
    : warning;
}
