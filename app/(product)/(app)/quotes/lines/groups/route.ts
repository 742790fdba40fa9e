import { answer } from "@/lib/adapters/answer";
import { readLines } from "@/lib/schemas/lines-address";
import { lineGroupsInput } from "@/lib/schemas/quote-lines";
import { groupQuoteLines } from "@/lib/services/quote-lines";

export function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const { filter } = readLines(searchParams);
  return answer(lineGroupsInput, groupQuoteLines, { filter, by: searchParams.get("group") });
}
