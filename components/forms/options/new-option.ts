import { assumed } from "@/lib/catalog/assumed";
import type { CatalogEntry } from "@/lib/catalog/entries";
import { catalogFigure, entriesFor, type OfferedEntry } from "@/lib/catalog/find";
import { type OwnEntry, takenFigure } from "@/lib/catalog/own-record";
import type { ApiOption } from "@/lib/schemas/api-option";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { Figure } from "@/lib/schemas/figure";
import { noQuoteYet } from "@/lib/schemas/has-quote";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { OptionKind, SingleOption, SupplyOption } from "@/lib/schemas/option";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { unpriced } from "../provenance";

/** A machine or price list of the catalog that an option can start from. */
export type OptionStart = {
  readonly recordId: string;
  readonly label: string;
  readonly subject: CatalogEntry["subject"];
  /** The figure that decides, shown beside the label. */
  readonly price: OfferedEntry;
  /** All that the record says. */
  readonly entries: readonly OfferedEntry[];
};

export const priceOfKind = {
  api: { kind: "api-price", field: "outputPrice" },
  cloud: { kind: "cloud-rental", field: "rate" },
  "on-premises": { kind: "server-price", field: "serverPrice" },
  edge: { kind: "edge-device", field: "devicePrice" },
} as const;

/** What the catalog has for an option of this kind, in this currency, own entries first. */
export function optionStarts(
  kind: SingleOption["kind"],
  currency: string,
  own: readonly OwnEntry[] = [],
): readonly OptionStart[] {
  const all = entriesFor({ own, withUnpriced: true });
  const prices = entriesFor({ ...priceOfKind[kind], currency, own, withUnpriced: true });
  return prices
    .map((price) => startOf(price, all))
    .toSorted(
      (a, b) => Number(isOwnStart(b)) - Number(isOwnStart(a)) || a.label.localeCompare(b.label),
    );
}

/** The same for what a file of prices brought. */
export const importedStarts = (
  kind: SingleOption["kind"],
  entries: readonly OwnEntry[],
): readonly OptionStart[] =>
  entries
    .filter(
      (entry) => entry.kind === priceOfKind[kind].kind && entry.field === priceOfKind[kind].field,
    )
    .map((price) => startOf(price, entries));

const startOf = (price: OfferedEntry, all: readonly OfferedEntry[]): OptionStart => ({
  recordId: price.recordId,
  label: price.label,
  subject: price.subject,
  price,
  entries: all.filter(({ recordId }) => recordId === price.recordId),
});

export const isOwnStart = ({ price }: OptionStart): boolean => price.ownVersion !== undefined;

export type NewOption = {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  /** ISO date a quote starts from; the form offers it, the person decides. */
  readonly today: string;
  readonly start: OptionStart | null;
};

export function newOption(kind: OptionKind, wanted: NewOption): SupplyOption {
  switch (kind) {
    case "api":
      return newApi(wanted);
    case "cloud":
      return newCloud(wanted);
    case "on-premises":
      return newOnPremises(wanted);
    case "edge":
      return newEdge(wanted);
    case "portfolio":
      return newPortfolio(wanted);
    default:
      return kind satisfies never;
  }
}

function newPortfolio({ id, name }: NewOption): PortfolioOption {
  return {
    id,
    kind: "portfolio",
    name,
    mode: "base-and-burst",
    firstOptionId: null,
    secondOptionId: null,
    baseLevelRatio: assumed(1, [0.5, 1.5]),
    requestsFraction: assumed(0.5, [0.2, 0.8]),
    switchMonth: assumed(13),
  };
}

/** The figure of the start's own record, or unpriced. */
function ofStart(start: OptionStart | null, field: string): Figure {
  return taken(start?.entries.find((entry) => entry.field === field));
}

/** What is unpriced refers to nothing: there is no figure to hold newer ones against. */
const taken = (entry: OfferedEntry | undefined): Figure =>
  !entry ? unpriced : entry.figure.value === null ? entry.figure : takenFigure(entry);

/** The catalog's figure in the option's currency; of exactly this accelerator where it is about one. */
function fromCatalog(field: string, currency: string, accelerator?: string): Figure {
  const fitting = entriesFor({ field, currency });
  const about = fitting.find(({ subject }) => subject.accelerator === accelerator);
  return taken(about);
}

function newApi({ id, name, start }: NewOption): ApiOption {
  const inputPrice = ofStart(start, "inputPrice");
  const cached = ofStart(start, "cachedInputPrice");
  const undiscounted = start !== null && cached.value === null;
  return {
    id,
    kind: "api",
    name,
    provider: start?.subject.provider ?? "",
    inputPrice,
    cachedInputPrice: undiscounted
      ? assumed(
          inputPrice.value ?? 0,
          [inputPrice.low ?? inputPrice.value ?? 0, inputPrice.high ?? inputPrice.value ?? 0],
          "No discount for cached input is published, so it costs as much as other input.",
        )
      : cached,
    outputPrice: ofStart(start, "outputPrice"),
    fixedFee: assumed(0),
    trainingRate: unpriced,
    staffFte: assumed(0.1, [0, 0.5]),
  };
}

const fleet = () => ({
  throughput: [],
  utilizationCeilingFraction: assumed(0.8, [0.6, 0.9]),
  spareReplicas: assumed(1, [0, 2]),
  trainingSpeedRatio: assumed(1),
});

/** A starting amount in dollars says nothing about a plan in another currency. */
const dollars = (currency: string, figure: Figure) => (currency === "USD" ? figure : unpriced);

function newCloud({ id, name, currency, start }: NewOption): CloudOption {
  return {
    id,
    kind: "cloud",
    name,
    provider: start?.subject.provider ?? "",
    accelerator: start?.subject.accelerator ?? "",
    acceleratorsPerInstance: ofStart(start, "acceleratorsPerInstance"),
    rate: ofStart(start, "rate"),
    policy: "always-on",
    activeHoursPerDay: assumed(24),
    storage: dollars(currency, assumed(500, [100, 2000])),
    egress: dollars(currency, assumed(200, [0, 1000])),
    supportFraction: assumed(0.03, [0, 0.1]),
    staffFte: assumed(0.4, [0.2, 1]),
    ...fleet(),
  };
}

/** How long an offer usually stands. */
const quoteDays = 30;

function daysAfter(isoDate: string, days: number): string {
  const day = new Date(`${isoDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

function newOnPremises({ id, name, currency, today, start }: NewOption): OnPremisesOption {
  const accelerator = start?.subject.accelerator;
  return {
    id,
    kind: "on-premises",
    name,
    accelerator: accelerator ?? "",
    acceleratorsPerServer: ofStart(start, "acceleratorsPerServer"),
    quote: {
      supplierName: start ? noQuoteYet : "",
      number: "",
      quotedOn: today,
      validUntil: daysAfter(today, quoteDays),
      serverPrice: ofStart(start, "serverPrice"),
      networkPrice: start ? fromCatalog("networkPrice", currency) : unpriced,
      installationPrice: start ? fromCatalog("installationPrice", currency) : unpriced,
    },
    purchasing: "as-needed",
    bridgeOptionId: null,
    leadTimeMonths: assumed(4, [2, 9]),
    usefulLifeMonths: assumed(60, [48, 72]),
    residualFraction: assumed(0.1, [0, 0.25]),
    supportPerYearFraction: catalogFigure("server-support.supportPerYearFraction"),
    licences: assumed(0, [0, 4500], "Open-source serving engines need none."),
    spareServers: assumed(0, [0, 1]),
    serverPower: fromCatalog("serverPower", currency, accelerator ?? "none named"),
    loadFactorFraction: assumed(0.75, [0.6, 0.85]),
    pueRatio: catalogFigure("site-average.pueRatio"),
    space: fromCatalog("space", currency),
    staffFte: assumed(0.5, [0.25, 1.5]),
    ...fleet(),
  };
}

function newEdge({ id, name, currency, start }: NewOption): EdgeOption {
  return {
    id,
    kind: "edge",
    name,
    device: start?.label ?? "",
    ownership: "bought",
    devices: unpriced,
    devicePrice: ofStart(start, "devicePrice"),
    usefulLifeMonths: assumed(36, [24, 60]),
    servableFraction: assumed(0.5, [0.2, 0.8]),
    devicePower: ofStart(start, "devicePower"),
    management: dollars(currency, assumed(5, [0, 15])),
    staffFte: assumed(0.2, [0, 0.5]),
    throughput: [],
    utilizationCeilingFraction: assumed(
      0.3,
      [0.1, 0.5],
      "A device is there for its user first, and cannot answer for another.",
    ),
  };
}
