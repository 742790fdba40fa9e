import { walkAwayPrice } from "@/lib/engine";
import { moneyFull, numberFull } from "@/lib/format";
import { optionCurrency } from "./currency";
import { weakestEvidence } from "./evidence";
import type { Explanation } from "./explain";
import { horizonText } from "./months";
import { optionName } from "./names";
import type { Results } from "./results";
import type { FigureRef } from "./types";

/** The walk-away price as one factor on the quote's hardware lines. */
export function explainWalkAway(results: Results, ref: FigureRef): Explanation | null {
  const { plan, projection } = results;
  if (ref.againstId === undefined) return null;
  const price = walkAwayPrice(plan, ref.optionId, ref.againstId, projection);
  const { serverPrice, quotedServerPrice, networkPrice, priceFactor } = price;
  if (serverPrice === null || quotedServerPrice === null || priceFactor === null) return null;
  const path = `options.${ref.optionId}.quote`;
  const currency = optionCurrency(plan, ref.optionId);
  const row = (id: string, label: string, quoted: number, at: number) => {
    const evidence = weakestEvidence(plan, [`${path}.${id}`]);
    return {
      id,
      label,
      amount: moneyFull(quoted, currency),
      second: moneyFull(at, currency),
      ...(evidence && { evidence }),
      opens: {
        optionId: ref.optionId,
        measure: "cash" as const,
        lineId: `${id === "serverPrice" ? "servers" : "network"}.inference`,
      },
    };
  };
  const network = networkPrice === null ? null : networkPrice / priceFactor;
  return {
    subject: `${optionName(plan, ref.optionId)} against ${optionName(plan, ref.againstId)}`,
    title: `${moneyFull(serverPrice, currency)} = ${moneyFull(quotedServerPrice, currency)} x ${numberFull(priceFactor, 4)}`,
    basis: `One factor on the price of servers and network that makes both net present costs equal over ${horizonText(projection.months)}. Support that is a share follows the price; a support fee, installation and the bridge do not.`,
    heads: ["A server", "Quoted", "Walk away above"],
    lines: [
      row("serverPrice", "Server", quotedServerPrice, serverPrice),
      ...(network !== null && networkPrice !== null
        ? [row("networkPrice", "Network", network, networkPrice)]
        : []),
    ],
    total: [
      "Both",
      moneyFull(quotedServerPrice + (network ?? 0), currency),
      moneyFull(serverPrice + (networkPrice ?? 0), currency),
    ],
  };
}
