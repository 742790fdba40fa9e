import { download } from "@/lib/adapters/download";
import { parse } from "@/lib/adapters/parse";
import { quoteLinesCsv } from "@/lib/exporters/quote-lines-file";
import { readLines } from "@/lib/schemas/lines-address";
import { linesExportInput } from "@/lib/schemas/quote-lines";
import { exportQuoteLines } from "@/lib/services/quote-lines";

export function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  return download(async (ctx) => ({
    fileName: "quote-lines.csv",
    contentType: "text/csv; charset=utf-8",
    body: quoteLinesCsv(
      await exportQuoteLines(ctx, parse(linesExportInput, readLines(searchParams))),
    ),
  }));
}
