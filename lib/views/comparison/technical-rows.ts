import { counted, dateText, exactAmount, figureText, quantity } from "@/lib/format";
import type { EvidenceClass } from "@/lib/schemas/figure";
import type { TechnicalOffer } from "@/lib/schemas/technical-review";
import { categoryNames } from "../quote-names";
import { muted } from "./cells";
import type { ComparisonCell, ComparisonColumn, ComparisonGroup } from "./types";

type Cell = (offer: TechnicalOffer) => ComparisonCell;

const said = <Value>(
  value: Value | null,
  text: (value: Value) => string,
  evidence?: ComparisonCell["evidence"],
): ComparisonCell =>
  value === null ? muted("not said") : { text: text(value), sort: text(value), evidence };

/** A figure that the supplier said, or the plan's own, which is none of the offer's. */
function saidOrPlanned(
  value: number | null,
  text: (value: number) => string,
  planned: EvidenceClass | null,
): ComparisonCell {
  if (value === null || planned === null) return said(value, text);
  const verb = planned === "assumed" ? "assumes" : "has";
  return {
    ...{ text: `not said; the plan ${verb} ${text(value)}`, sort: value },
    ...{ tone: "muted", evidence: planned },
  };
}

const machine: readonly [string, string, Cell][] = [
  ["accelerator", "Accelerator", ({ accelerator }) => said(accelerator || null, String)],
  [
    "perServer",
    "Accelerators a server",
    (one) => said(one.acceleratorsPerServer, (count) => quantity(count)),
  ],
  ["servers", "Servers offered", ({ servers }) => said(servers, (count) => quantity(count))],
  [
    "throughput",
    "Throughput per accelerator",
    ({ throughput }) =>
      said(
        throughput,
        ({ outputTokensPerSecond }) => `${quantity(outputTokensPerSecond)} tok/s`,
        throughput?.evidence ?? undefined,
      ),
  ],
  [
    "power",
    "Power, a server",
    ({ serverPowerKilowatts, plannedPower }) =>
      saidOrPlanned(
        serverPowerKilowatts,
        (power) => figureText(power, "kilowatts", ""),
        plannedPower,
      ),
  ],
  ["rackUnits", "Rack units of it all", (one) => said(one.rackUnits, (count) => `${count} U`)],
];

const delivery: readonly [string, string, Cell][] = [
  [
    "leadTime",
    "Lead time",
    ({ leadTimeMonths, plannedLeadTime }) =>
      saidOrPlanned(leadTimeMonths, (count) => counted(count, "month"), plannedLeadTime),
  ],
  ["warranty", "Warranty", (one) => said(one.warrantyMonths, (count) => counted(count, "month"))],
  ["validUntil", "Valid until", (one) => said(one.validUntil, (day) => dateText(day))],
  ["incoterm", "Incoterm", (one) => said(one.incoterm, String)],
];

/** "4 x HGX H200, 8 GPU": each line of a quote by its kind. */
const linesOf = ({ lines }: TechnicalOffer, category: string) =>
  lines
    .filter((line) => line.category === category)
    .map(({ quantity: count, description }) =>
      count === null ? description : `${exactAmount(count)} x ${description}`,
    );

/** The supplier, with as much more as tells offers apart: the number, then the option that uses it. */
export function technicalNames(offers: readonly TechnicalOffer[]): readonly string[] {
  const ways: ((offer: TechnicalOffer) => string)[] = [
    ({ supplierName }) => supplierName,
    ({ supplierName, number }) => `${supplierName} ${number}`,
    ({ supplierName, number, optionName }) => `${supplierName} ${number}, ${optionName}`,
  ];
  return offers.map((offer, index) => {
    const alone = ways.find((way) => offers.filter((one) => way(one) === way(offer)).length === 1);
    const name = `${offer.supplierName} ${offer.number}, ${offer.optionName}`;
    return alone ? alone(offer) : `${name} (${index + 1})`;
  });
}

/** Quotes to score: one that two options use is scored once. */
export function technicalChoices(
  offers: readonly TechnicalOffer[],
): readonly { readonly quoteId: string; readonly name: string }[] {
  const once = offers.filter(
    ({ quoteId }, index) => offers.findIndex((one) => one.quoteId === quoteId) === index,
  );
  const names = technicalNames(once);
  return once.map(({ quoteId, supplierName }, index) => ({
    quoteId,
    name: names[index] ?? supplierName,
  }));
}

/** The offers as columns without a way to their prices. */
export function technicalColumns(offers: readonly TechnicalOffer[]): readonly ComparisonColumn[] {
  const names = technicalNames(offers);
  return offers.map(({ optionId, supplierName, number, revision }, index) => ({
    optionId,
    kind: "on-premises",
    name: names[index] ?? supplierName,
    detail: `${number} rev ${revision}`,
    ...{ isOffer: true, quoteId: null, flags: [] },
  }));
}

/** Everything of the offers that is no money, for who judges them without it. */
export function technicalRows(offers: readonly TechnicalOffer[]): readonly ComparisonGroup[] {
  const rowsOf = (rows: readonly [string, string, Cell][]) =>
    rows.map(([id, label, cell]) => ({ id, label, cells: offers.map(cell) }));
  const categories = (Object.keys(categoryNames) as (keyof typeof categoryNames)[]).filter(
    (category) => offers.some((offer) => linesOf(offer, category).length > 0),
  );
  return [
    { id: "machine", title: "Machine", rows: rowsOf(machine) },
    { id: "delivery", title: "Delivery and terms", rows: rowsOf(delivery) },
    {
      id: "lines",
      title: "What is offered",
      rows: categories.map((category) => ({
        id: category,
        label: categoryNames[category],
        cells: offers.map((offer) => {
          const [first, ...more] = linesOf(offer, category);
          if (first === undefined) return muted("not offered");
          return { text: first, sort: first, note: more.join("; ") || undefined };
        }),
      })),
    },
  ];
}
