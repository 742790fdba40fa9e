import { type CatalogQuery, entriesFor } from "@/lib/catalog/find";
import { takenFigure } from "@/lib/catalog/own-record";
import type { FieldSpec, Figure } from "@/lib/schemas/figure";

/** A figure of the catalog that fits a field. */
export type Candidate = {
  readonly id: string;
  readonly label: string;
  readonly figure: Figure;
  /** The organization's own, not the shared catalog's. */
  readonly isOwn: boolean;
};

/** What is known about the row that a field stands in. */
export type CandidateContext = Pick<CatalogQuery, "accelerator" | "model" | "own"> & {
  readonly currency: string;
};

/** Which published trend speaks about which price path; all of them are yearly changes. */
export const trendsOfPath: Readonly<Record<string, readonly string[]>> = {
  hardwarePricePath: ["trend-hardware-same-work"],
  cloudPricePath: ["trend-rental-named-machine", "trend-hardware-same-work"],
  apiPricePath: ["trend-api-named-model", "trend-api-same-capability"],
  powerPricePath: ["trend-power"],
};

/** The catalog's figures for the input at this path, own ones first, then newest first. */
export function candidatesFor(
  path: string,
  spec: FieldSpec,
  context: CandidateContext,
): readonly Candidate[] {
  const keys = path.split(".");
  const field = keys.at(-1) ?? "";
  const owner = keys.at(-2) ?? "";
  const entries = entriesFor({ ...context, unit: spec.unit, field });
  const fitting =
    field === "changePerYearFraction"
      ? entries.filter(({ recordId }) => trendsOfPath[owner]?.includes(recordId))
      : entries;
  return fitting.map((entry) => {
    const { id, label, subject, ownVersion } = entry;
    return {
      id,
      label:
        subject.provider && !label.includes(subject.provider)
          ? `${label}, ${subject.provider}`
          : label,
      figure: takenFigure(entry),
      isOwn: ownVersion !== undefined,
    };
  });
}
