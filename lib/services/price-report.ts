import type { NewFile } from "@/lib/data/stored-files";
import type { SuspiciousPrice } from "@/lib/importers/prices/price-import";
import type { PriceSource } from "@/lib/schemas/catalog-origin";
import type { RefusedPrice } from "@/lib/schemas/price-import";

/** What came of a file of prices, kept as the file that its job made. */
export type PriceReport = {
  readonly source: PriceSource;
  readonly observedOn: string;
  readonly fileName: string;
  readonly accepted: number;
  readonly suspicious: readonly SuspiciousPrice[];
  readonly refused: readonly RefusedPrice[];
};

export function priceReportFile(report: PriceReport): NewFile {
  const { source, observedOn } = report;
  return {
    name: `prices-${source}-${observedOn}-report.json`,
    mediaType: "application/json",
    bytes: new TextEncoder().encode(`${JSON.stringify(report, null, 1)}\n`),
  };
}

/** Our own words: the job wrote them. */
export const readPriceReport = (bytes: Uint8Array): PriceReport =>
  JSON.parse(new TextDecoder().decode(bytes)) as PriceReport;
