import { catalogRecords } from "@/lib/catalog";
import { priceHistory } from "@/lib/catalog/price-history";
import { type CatalogKind, type CatalogRecord, catalogKinds } from "@/lib/catalog/schema";
import { mostCompared } from "./catalog-words";

export type CatalogFilter = {
  readonly find: string;
  readonly kind: CatalogKind | null;
  readonly vendor: string | null;
  readonly provider: string | null;
};

/** What an address asks of the catalog; what it cannot mean asks nothing. */
export type CatalogAddress = {
  readonly filter: CatalogFilter;
  /** Records beside each other, at most `mostCompared`. */
  readonly compared: readonly CatalogRecord[];
  readonly seriesId: string;
};

type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

export function catalogAddressOf(asked: Asked): CatalogAddress {
  const said = (name: string) => {
    const value = asked[name];
    return typeof value === "string" ? value.slice(0, 200) : "";
  };
  const ids = said("compare").split(",");
  const known = priceHistory.find(({ id }) => id === said("series")) ?? priceHistory[0];
  return {
    filter: {
      find: said("find"),
      kind: catalogKinds.find((kind) => kind === said("kind")) ?? null,
      vendor: said("vendor") || null,
      provider: said("provider") || null,
    },
    compared: catalogRecords.filter(({ id }) => ids.includes(id)).slice(0, mostCompared),
    seriesId: known?.id ?? "",
  };
}

/** Who makes an accelerator: the first word of its name. */
export const vendorOf = ({ subject }: CatalogRecord): string | null =>
  subject.accelerator?.split(" ")[0] ?? null;

/** Prices first: they are what most people come for. */
const prices: readonly CatalogKind[] = ["cloud-rental", "api-price", "server-price", "edge-device"];
const order = [...prices, ...catalogKinds.filter((kind) => !prices.includes(kind))];

/** Records in which every word is found, of this kind, vendor and provider. */
export function filteredRecords(filter: CatalogFilter): readonly CatalogRecord[] {
  const words = filter.find.toLowerCase().split(/\s+/).filter(Boolean);
  const found = catalogRecords.filter((record) => {
    const { kind, label, subject, source } = record;
    const text = [label, source, ...Object.values(subject)].join(" ").toLowerCase();
    return (
      (filter.kind === null || kind === filter.kind) &&
      (filter.vendor === null || vendorOf(record) === filter.vendor) &&
      (filter.provider === null || subject.provider === filter.provider) &&
      words.every((word) => text.includes(word))
    );
  });
  return found.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
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

/** What the lists beside the search offer. */
export const catalogChoices = () => ({
  kinds: order.map((kind) => ({ value: kind, label: kindNames[kind] })),
  vendors: named(catalogRecords.map(vendorOf)),
  providers: named(catalogRecords.map(({ subject }) => subject.provider)),
  series: priceHistory.map(({ id, label }) => ({ value: id, label })),
});
export type CatalogChoices = ReturnType<typeof catalogChoices>;
