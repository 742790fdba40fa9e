import type { CatalogOrigin } from "@/lib/schemas/catalog-origin";
import type { Figure } from "@/lib/schemas/figure";
import { type CatalogEntry, entriesOf } from "./entries";
import type { CatalogRecord } from "./schema";
import { catalogVersion } from "./version";

/** A record of the organization's own. */
export type OwnRecord = {
  readonly record: CatalogRecord;
  readonly origin: CatalogOrigin;
  readonly version: number;
  /** It was taken back: the shared record counts again. */
  readonly removed: boolean;
  readonly authorName: string | null;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
  /** The shared record that it lies over. */
  readonly shared: CatalogRecord | null;
};

/** One figure of the organization's own. */
export type OwnEntry = CatalogEntry & { readonly ownVersion: number };

export const ownEntriesOf = ({ record, version }: OwnRecord): readonly OwnEntry[] =>
  entriesOf(record).map((entry) => ({ ...entry, ownVersion: version }));

/** A figure as a plan takes it: it keeps which entry it is from and what that said. */
export function takenFigure(
  entry: Pick<CatalogEntry, "id" | "kind" | "figure"> & { readonly ownVersion?: number },
): Figure {
  const { id, kind, figure, ownVersion } = entry;
  const version = ownVersion === undefined ? catalogVersion() : `own.${ownVersion}`;
  return { ...figure, catalog: { entry: id, kind, value: figure.value, version } };
}
