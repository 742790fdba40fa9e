import { counted, listed, numberFixed } from "@/lib/format";
import { monthAt } from "../months";
import { muted } from "./cells";
import type { Candidate, Compared, ComparisonCell } from "./types";

const mostNamed = 3;

/** The servers that an offer's totals are of: what the plan buys, and how far the quote offers another number. */
export function valuedServersCell(compared: Compared, candidate: Candidate): ComparisonCell {
  const { option, purchases, quote, standing } = candidate;
  if (option.kind !== "on-premises") return muted("no purchase");
  if (purchases === null || standing === "unknown") return muted("not computed");
  const bought = purchases.reduce((sum, { servers }) => sum + servers, 0);
  const offered = quote ? [offeredAgainst(quote.servers, bought)] : [];
  const notes = [...(bought === 0 ? [] : [byMonth(compared, purchases)]), ...offered];
  const note = notes.length > 0 ? notes.join("; ") : undefined;
  return bought === 0
    ? { ...muted("none bought"), note }
    : {
        text: counted(bought, "server"),
        sort: bought,
        note,
        ...(quote && quote.servers !== bought && { tone: "warn" as const }),
      };
}

/** "in service May 2027", "2 May 2027 and 3 Jan 2028", "7 deliveries, May 2027 to Jan 2030". */
function byMonth({ plan }: Compared, purchases: NonNullable<Candidate["purchases"]>): string {
  const at = (month: number) => monthAt(plan.startMonth, month);
  const [first, last] = [purchases[0], purchases.at(-1)];
  if (!first || !last) return "";
  if (purchases.length === 1) return `in service ${at(first.month)}`;
  if (purchases.length > mostNamed)
    return `${counted(purchases.length, "delivery", "deliveries")}, ${at(first.month)} to ${at(last.month)}`;
  return listed(
    purchases.map(({ month, servers }) => `${numberFixed(servers, 0)} in ${at(month)}`),
  );
}

function offeredAgainst(offered: number, bought: number): string {
  const offers = `the quote offers ${numberFixed(offered, 0)}`;
  if (offered === bought) return `${offers} too`;
  const [difference, way] =
    offered < bought ? [bought - offered, "fewer"] : [offered - bought, "more"];
  return `${offers}, ${numberFixed(difference, 0)} ${way} than the plan buys`;
}
