import { comparedIceberg, icebergOf } from "@/lib/engine";
import type { ComparedIceberg, Iceberg, Projection } from "@/lib/engine/types";
import { money, ratioText } from "@/lib/format";
import type { EvidenceClass } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";
import { does } from "./agree";
import { type BusyShareView, busyShareView } from "./busy-share";
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
  readonly evidence?: EvidenceClass;
  /** Per million tokens. */
  readonly costWithout: number;
  /** "without it alone $0.515 per million". */
  readonly without: string;
  readonly href?: string;
};

export type IcebergView = {
  readonly id: "iceberg";
  readonly title: string;
  readonly basis: string;
  readonly note: string;
  readonly tip: {
    readonly label: string;
    readonly detail: string;
    readonly factorText: string;
    readonly evidence?: EvidenceClass;
  };
  /** Of the price of the hour, in the measure of the blocks; null where there is nothing to compare with. */
  readonly tipFactor: number | null;
  readonly blocks: readonly IcebergBlock[];
  readonly division: {
    readonly title: string;
    readonly table: TableView;
    /** What the plan's author wrote of each option. */
    readonly notes: readonly {
      readonly id: string;
      readonly name: string;
      readonly text: string;
    }[];
  };
  readonly busyShare: BusyShareView;
  /** What stands where there are no blocks, and beside both sides of the waterline. */
  readonly words: { readonly alike: string; readonly above: string; readonly below: string };
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
  /** Of the hours paid for, where another is asked about than the plan has. */
  readonly busyFraction: number | null;
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
  const compared = comparedIceberg(iceberg, other);
  const blocks = blocksOf(of, compared);
  const months = `${monthNumber(place.month)}, ${monthAt(projection.startMonth, place.month)}`;
  const workload = plan.workloads.find(({ id }) => id === place.workloadId)?.name ?? "";
  return {
    id: "iceberg",
    title: other
      ? pairTitle({ plan, iceberg, other }, compared)
      : aloneTitle(plan, iceberg, blocks.length),
    basis: `${workload}, ${months}, inference as consumed${taxWords(plan)}. Heights are factors on one log scale; they multiply to ${ratioText(compared.tokensRatio)}. The outline carries no data.`,
    note: noteOf(blocks, other !== null),
    ...tipOf(plan, { iceberg, other }, compared),
    blocks,
    division: {
      title: "The division, in full",
      table: divisionTable(of, [...(other ? [other] : []), iceberg]),
      notes: [...(other ? [other] : []), iceberg].flatMap(({ optionId }) =>
        noteOfOption(plan, optionId),
      ),
    },
    busyShare: busyShareView(plan, other ? [iceberg, other] : [iceberg], place.busyFraction),
    words: {
      alike: other
        ? "Below the waterline both are alike."
        : "Below the waterline nothing changes it.",
      above: "above: cost per hour",
      below: "below: tokens per hour",
    },
    table: factorTable(plan, iceberg, other, blocks),
  };
}

function noteOfOption(plan: Plan, optionId: string) {
  const option = plan.options.find(({ id }) => id === optionId);
  return option?.notes ? [{ id: optionId, name: option.name, text: option.notes }] : [];
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

type Pair = { readonly plan: Plan; readonly iceberg: Iceberg; readonly other: Iceberg };

function pairTitle({ plan, iceberg, other }: Pair, compared: ComparedIceberg): string {
  const name = optionName(plan, iceberg.optionId);
  const [hour, token] = [times(compared.priceRatio ?? 1), times(compared.costRatio ?? 1)];
  return `${does(name, "costs")} ${hour} an hour and ${token} a token than ${optionName(plan, other.optionId)}`;
}

function tipOf(
  plan: Plan,
  { iceberg, other }: { readonly iceberg: Iceberg; readonly other: Iceberg | null },
  { priceRatio }: ComparedIceberg,
) {
  const label = "What a price list shows: the accelerator-hour";
  const inputs = [...iceberg.priceInputs, ...(other?.priceInputs ?? [])];
  const evidence = weakestEvidence(plan, inputs);
  const detail = other
    ? `${money(iceberg.pricePerAcceleratorHour, plan.currency)} against ${money(other.pricePerAcceleratorHour, plan.currency)}`
    : "all that inference costs, over the hours it pays for";
  const factorText = priceRatio === null ? hourly(plan, iceberg) : ratioText(priceRatio);
  return {
    tip: { label, detail, factorText, ...(evidence && { evidence }) },
    tipFactor: priceRatio,
  };
}

function blocksOf(
  { plan, planId }: IcebergOf,
  { factors }: ComparedIceberg,
): readonly IcebergBlock[] {
  return factors.map(({ kind, factor, inputs, costPerMillionTokensWithout: cost }) => {
    const evidence = weakestEvidence(plan, inputs);
    const [input] = inputs;
    return {
      id: kind,
      label: factorNames[kind],
      factor,
      factorText: ratioText(factor),
      costWithout: cost,
      without: `without it alone ${perMillion(plan, cost)}`,
      ...(evidence && { evidence }),
      ...(input && { href: inputHref(planId, input) }),
    };
  });
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
