import { listed } from "@/lib/format";
import type { HiddenReview } from "@/lib/schemas/technical-review";

/** What a list leaves out while its reader judges without prices, by whom that is, and how to see it. */
export function hiddenText(what: "plans" | "quotes", reviews: readonly HiddenReview[]): string {
  const names = [...new Set(reviews.flatMap(({ hiddenBy }) => (hiddenBy ? [hiddenBy] : [])))];
  const whose = names.length > 0 ? `, as ${listed(names)} set it` : "";
  const left =
    what === "plans"
      ? "Plans with prices you must not know yet"
      : "Quotes whose prices you must not know yet, with their lines,";
  return `${left} are not listed here: you judge quotes with prices hidden${whose}. To see them, ask an editor to show you the prices, on the plan\u2019s Quotes tab under Criteria and evaluators.`;
}
