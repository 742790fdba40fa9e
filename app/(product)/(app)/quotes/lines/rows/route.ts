import { answer } from "@/lib/adapters/answer";
import { readLines } from "@/lib/schemas/lines-address";
import { linesInput, linesPageSize } from "@/lib/schemas/quote-lines";
import { listQuoteLines } from "@/lib/services/quote-lines";

export function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  return answer(linesInput, listQuoteLines, {
    ...readLines(searchParams),
    offset: Number(searchParams.get("offset") ?? 0),
    limit: Number(searchParams.get("limit") ?? linesPageSize),
    withTotals: searchParams.has("totals"),
  });
}
