import { projectFile, runApart } from "@/lib/apart/run-apart";
import type { PriceImport } from "@/lib/importers/prices/price-import";
import type { PricesAsked } from "@/lib/importers/prices/read-prices";

const reader = projectFile("lib/importers/prices/read-prices.ts");
const limits = { timeMs: 20_000, memoryMegabytes: 512, outputBytes: 128 * 1024 * 1024 };

/** The prices of a file that came from outside, read in a process of its own. */
export async function readPricesApart(
  input: PricesAsked,
  signal: AbortSignal,
): Promise<PriceImport> {
  return (await runApart({ reader, input, limits, signal })) as PriceImport;
}
