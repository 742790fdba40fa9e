import type { Context } from "@/lib/auth/context";
import { quoteLinesText } from "@/lib/exporters/quote-lines-text";
import { getQuote, type QuoteNamed } from "./quotes";

export type LinesFile = {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: string;
};

/** The lines of the newest revision as a file that imports to the same lines. */
export async function exportLines(ctx: Context, { quoteId }: QuoteNamed): Promise<LinesFile> {
  const { number, revisions } = await getQuote(ctx, { quoteId });
  const name = number.replaceAll(/[^A-Za-z0-9.-]+/g, "-").slice(0, 60);
  // The mark tells a spreadsheet that it is UTF-8.
  const body = `\ufeff${quoteLinesText(revisions[0]?.lines ?? [])}`;
  return { fileName: `${name}-lines.csv`, contentType: "text/csv; charset=utf-8", body };
}
