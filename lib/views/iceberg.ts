import { icebergOf } from "@/lib/engine";
import type { Iceberg, IcebergFactor, Projection } from "@/lib/engine/types";
import { money, ratioText } from "@/lib/format";
import type { EvidenceClass } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";
import { does } from "./agree";
import { weakestEvidence } from "./evidence";
import { factorNames } from "./iceberg-names";
import { divisionTable, factorTable } from "./iceberg-tables";
import { inputHref } from "./links";
import { monthAt, monthNumber } from "./months";
import { optionName, taxWords } from "./names";
import type { TableView } from "./types";

export type IcebergBlock = {
  readonly id: string;
  readonly label: string;
  /** Over 1 gives tokens, under 1 takes them. */
  readonly factor: number;
  readonly factorText: string;
  readonly evidence?: EvidenceClass | undefined;
  /** "without it alone $0.515 per million". */
  readonly without: string;
  readonly href?: string;
};

export type IcebergView = {
  readonly id: "iceberg";
  readonly title: string;
  readonly basis: string;
  readonly note: string;
  readonly tip: { readonly label: string; readonly detail: string; readonly factorText: string };
  /** Of the price of the hour, in the measure of the blocks; null where there is nothing to compare with. */
  readonly tipFactor: number | null;
  readonly blocks: readonly IcebergBlock[];
  readonly division: TableView;
  readonly table: TableView;
};

export type IcebergOf = {
  readonly plan: Plan;
  readonly planId: string;
  readonly projection: Projection;
};

export type IcebergPlace = {
  readonly optionId: string;
  readonly againstId: string | null;
  readonly workloadId: string;
  readonly month: number;
};

/** Options with machines of their own, in order of rank. */
export function icebergOptions({ plan, projection }: IcebergOf): readonly string[] {
  return projection.ranking.filter((id) =>
    plan.options.some((row) => row.id === id && "throughput" in row),
  );
}

/** Months in which all of them serve the workload without a bridge: the first, and each year's last. */
export function icebergMonths(
  { plan, projection }: IcebergOf,
  { optionIds, workloadId }: { readonly optionIds: readonly string[]; readonly workloadId: string },
): readonly { readonly value: string; readonly label: string }[] {
  const months = Array.from({ length: projection.months }, (_, month) => month).filter((month) =>
    optionIds.every((optionId) => icebergOf(plan, projection, { optionId, workloadId, month })),
  );
  return months
    .filter((month) => month === months[0] || (month + 1) % 12 === 0)
    .map((month) => ({
      value: String(month + 1),
      label: `${monthNumber(month)}, ${monthAt(projection.startMonth, month)}`,
    }));
}

export function icebergView(of: IcebergOf, place: IcebergPlace): IcebergView | null {
  const { plan, projection } = of;
  const iceberg = icebergOf(plan, projection, place);
  const other =
    place.againstId === null
      ? null
      : icebergOf(plan, projection, { ...place, optionId: place.againstId });
  if (!iceberg || (place.againstId !== null && !other)) return null;
  const blocks = blocksOf(of, iceberg, other);
  const months = `${monthNumber(place.month)}, ${monthAt(projection.startMonth, place.month)}`;
  const workload = plan.workloads.find(({ id }) => id === place.workloadId)?.name ?? "";
  return {
    id: "iceberg",
    title: other ? pairTitle(plan, iceberg, other) : aloneTitle(plan, iceberg, blocks.length),
    basis: `${workload}, ${months}, inference as consumed${taxWords(plan)}. Heights are factors on one log scale, so they multiply; the outline carries no data.`,
    note: noteOf(blocks, other !== null),
    ...tipOf(plan, iceberg, other),
    blocks,
    division: divisionTable(plan, [...(other ? [other] : []), iceberg]),
    table: factorTable(plan, iceberg, other, blocks),
  };
}

const hourly = (plan: Plan, { pricePerAcceleratorHour }: Iceberg) =>
  `${money(pricePerAcceleratorHour, plan.currency)} an accelerator-hour`;

const perMillion = (plan: Plan, cost: number) => `${money(cost, plan.currency)} per million`;

function aloneTitle(plan: Plan, iceberg: Iceberg, count: number): string {
  const name = optionName(plan, iceberg.optionId);
  return `${does(name, "turns")} ${hourly(plan, iceberg)} into ${perMillion(plan, iceberg.costPerMillionTokens)} tokens: the price of the hour is the tip, ${count} things lie below it`;
}

/** "1.88 times more", "35.5 times less", "the same". */
function times(ratio: number): string {
  if (Math.abs(ratio - 1) < 0.005) return "the same";
  const text = ratioText(ratio > 1 ? ratio : 1 / ratio).replace("x", "");
  return `${text} times ${ratio > 1 ? "more" : "less"}`;
}

function pairTitle(plan: Plan, iceberg: Iceberg, other: Iceberg): string {
  const name = optionName(plan, iceberg.optionId);
  const hour = times(iceberg.pricePerAcceleratorHour / other.pricePerAcceleratorHour);
  const token = times(iceberg.costPerMillionTokens / other.costPerMillionTokens);
  return `${does(name, "costs")} ${hour} an hour and ${token} a token than ${optionName(plan, other.optionId)}`;
}

function tipOf(plan: Plan, iceberg: Iceberg, other: Iceberg | null) {
  const label = "What a price list shows: the accelerator-hour";
  if (!other) {
    const detail = "all that inference costs, over the hours it pays for";
    return { tip: { label, detail, factorText: hourly(plan, iceberg) }, tipFactor: null };
  }
  const factor = iceberg.pricePerAcceleratorHour / other.pricePerAcceleratorHour;
  return {
    tip: {
      label,
      detail: `${money(iceberg.pricePerAcceleratorHour, plan.currency)} against ${money(other.pricePerAcceleratorHour, plan.currency)}`,
      factorText: ratioText(factor),
    },
    tipFactor: factor,
  };
}

type Held = { readonly factor: number; readonly inputs: readonly string[] };

/** Factors of one option, or its factors over the other's; what gives most first, then what takes. */
function blocksOf(
  { plan, planId }: IcebergOf,
  iceberg: Iceberg,
  other: Iceberg | null,
): readonly IcebergBlock[] {
  const mine = byKind(iceberg);
  const theirs = other ? byKind(other) : new Map<string, Held>();
  const kinds = other ? [...new Set([...mine.keys(), ...theirs.keys()])] : [...mine.keys()];
  return kinds
    .map((kind) => {
      const one = mine.get(kind);
      const two = theirs.get(kind);
      const factor = (one?.factor ?? 1) / (two?.factor ?? 1);
      return { kind, factor, inputs: [...(one?.inputs ?? []), ...(two?.inputs ?? [])] };
    })
    .filter(({ kind, factor }) => Math.abs(factor - 1) >= 0.005 && (other || kind !== "rate"))
    .toSorted((a, b) => b.factor - a.factor)
    .map(({ kind, factor, inputs }) => {
      const evidence = weakestEvidence(plan, inputs);
      const [input] = inputs;
      return {
        id: kind,
        label: factorNames[kind as keyof typeof factorNames],
        factor,
        factorText: ratioText(factor),
        evidence,
        without: `without it alone ${perMillion(plan, iceberg.costPerMillionTokens * factor)}`,
        ...(input && { href: inputHref(planId, input) }),
      };
    });
}

/** Levers of one kind act as one; the bare rate stands beside them. */
function byKind(iceberg: Iceberg): Map<string, Held> {
  const all: readonly (Pick<IcebergFactor, "factor" | "inputs"> & { readonly kind: string })[] = [
    { kind: "rate", factor: iceberg.tokensPerSecondPerAccelerator, inputs: iceberg.rateInputs },
    ...iceberg.factors,
  ];
  const found = new Map<string, Held>();
  for (const { kind, factor, inputs } of all) {
    const held = found.get(kind);
    found.set(kind, {
      factor: (held?.factor ?? 1) * factor,
      inputs: [...(held?.inputs ?? []), ...inputs],
    });
  }
  return found;
}

function noteOf(blocks: readonly IcebergBlock[], isPair: boolean): string {
  const takes = blocks.some(({ factor }) => factor < 1);
  return [
    "“Without it alone”: the cost with this one factor at 1 and all others as they are.",
    ...(takes
      ? [
          isPair
            ? "Hatched: here the other option does better."
            : "Hatched: what takes tokens from the hour.",
        ]
      : []),
  ].join(" ");
}
