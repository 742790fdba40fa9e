import { type CatalogKind, catalogKinds } from "@/lib/schemas/catalog-kind";
import type { Unit } from "@/lib/schemas/figure";
import { catalog } from "./index";

export type KindField = { readonly field: string; readonly unit: Unit };

/** Figures that records of a kind have, in the catalog's own order: what a plan can take of them. */
export function fieldsOfKind(kind: CatalogKind): readonly KindField[] {
  const units = new Map<string, Unit>();
  for (const entry of catalog)
    if (entry.kind === kind && !units.has(entry.field)) units.set(entry.field, entry.unit);
  return [...units].map(([field, unit]) => ({ field, unit }));
}

export const fieldsByKind = Object.fromEntries(
  catalogKinds.map((kind) => [kind, fieldsOfKind(kind)]),
) as Record<CatalogKind, readonly KindField[]>;
