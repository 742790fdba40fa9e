import { catalogRecords } from "@/lib/catalog";
import type { OwnRecord } from "@/lib/catalog/own-record";
import { priceHistory } from "@/lib/catalog/price-history";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { type CatalogKind, catalogKinds } from "@/lib/schemas/catalog-kind";
import { mostCompared } from "./catalog-words";

export const catalogBelongings = ["own", "shared", "imported"] as const;
/** Whose records are asked for. */
export type CatalogBelonging = (typeof catalogBelongings)[number];

export type CatalogFilter = {
  readonly find: string;
  readonly kind: CatalogKind | null;
  readonly vendor: string | null;
  readonly provider: string | null;
  readonly whose: CatalogBelonging | null;
};

/** What an address asks of the catalog; what it cannot mean asks nothing. */
export type CatalogAddress = {
  readonly filter: CatalogFilter;
  /** From 0. */
  readonly page: number;
  /** Records beside each other, at most `mostCompared`. */
  readonly comparedIds: readonly string[];
  readonly seriesId: string;
  /** The record whose sheet is open. */
  readonly entryId: string | null;
};

type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

const recordId = /^[a-z][a-z0-9.-]{0,59}$/;
const mostPages = 10_000;

export function catalogAddressOf(asked: Asked): CatalogAddress {
  const said = (name: string) => {
    const value = asked[name];
    return typeof value === "string" ? value.slice(0, 400) : "";
  };
  const ids = said("compare").split(",").filter(isRecordId);
  const page = Number(said("page"));
  return {
    filter: {
      find: said("find").slice(0, 200),
      kind: catalogKinds.find((kind) => kind === said("kind")) ?? null,
      vendor: said("vendor") || null,
      provider: said("provider") || null,
      whose: catalogBelongings.find((whose) => whose === said("whose")) ?? null,
    },
    page: Number.isInteger(page) && page > 0 && page < mostPages ? page : 0,
    comparedIds: [...new Set(ids)].slice(0, mostCompared),
    seriesId: isRecordId(said("series")) ? said("series") : (priceHistory[0]?.id ?? ""),
    entryId: isRecordId(said("entry")) ? said("entry") : null,
  };
}

const isRecordId = (text: string) => recordId.test(text);

/** Who makes an accelerator: the first word of its name. */
export const vendorOf = ({ subject }: CatalogRecord): string | null =>
  subject.accelerator?.split(" ")[0] ?? null;

/** Prices first: they are what most people come for. */
const prices: readonly CatalogKind[] = ["cloud-rental", "api-price", "server-price", "edge-device"];
const order = [...prices, ...catalogKinds.filter((kind) => !prices.includes(kind))];

export const wordsOf = (find: string): readonly string[] =>
  find.toLowerCase().split(/\s+/).filter(Boolean);

/** Records in which every word is found, of this kind, vendor and provider. */
export function filteredRecords<Listed extends { readonly record: CatalogRecord }>(
  filter: Omit<CatalogFilter, "whose">,
  records: readonly Listed[],
): readonly Listed[] {
  const words = wordsOf(filter.find);
  const found = records.filter(({ record }) => {
    const { kind, label, subject, source } = record;
    const text = [label, source, ...Object.values(subject)].join(" ").toLowerCase();
    return (
      (filter.kind === null || kind === filter.kind) &&
      (filter.vendor === null || vendorOf(record) === filter.vendor) &&
      (filter.provider === null || subject.provider === filter.provider) &&
      words.every((word) => text.includes(word))
    );
  });
  return found.toSorted((a, b) => order.indexOf(a.record.kind) - order.indexOf(b.record.kind));
}

/** A record of the list, the organization's own or shared. */
export type ListedRecord = { readonly record: CatalogRecord; readonly own: OwnRecord | null };

export const asListed = (own: OwnRecord): ListedRecord => ({ record: own.record, own });

/** The shared catalog without what the organization's own records lie over. */
export function sharedBeside(own: readonly OwnRecord[]): readonly ListedRecord[] {
  const over = new Set(own.map(({ record }) => record.id));
  return catalogRecords.filter(({ id }) => !over.has(id)).map((record) => ({ record, own: null }));
}

export type Choice = { readonly value: string; readonly label: string };

export const kindNames: Record<CatalogKind, string> = {
  accelerator: "Accelerators",
  model: "Models",
  "cloud-rental": "Cloud rentals",
  "api-price": "API prices",
  "server-price": "Server prices",
  "edge-device": "Edge devices",
  throughput: "Throughput",
  "server-power": "Server power",
  site: "Sites",
  "power-price": "Power prices",
  "grid-intensity": "Carbon of the grid",
  space: "Space",
  staff: "Staff",
  trend: "Trends",
};

const named = (names: readonly (string | null | undefined)[]): readonly Choice[] =>
  [...new Set(names.flatMap((name) => name ?? []))]
    .toSorted((a, b) => a.localeCompare(b))
    .map((name) => ({ value: name, label: name }));

export const kindChoices: readonly Choice[] = order.map((kind) => ({
  value: kind,
  label: kindNames[kind],
}));

/** What the lists beside the search offer. */
export const catalogChoices = (
  own: readonly CatalogRecord[] = [],
  importedProviders: readonly string[] = [],
) => {
  const records = [...own, ...catalogRecords];
  return {
    kinds: kindChoices,
    vendors: named(records.map(vendorOf)),
    providers: named([...records.map(({ subject }) => subject.provider), ...importedProviders]),
    series: priceHistory.map(({ id, label }) => ({ value: id, label })),
  };
};
export type CatalogChoices = ReturnType<typeof catalogChoices>;
