import { atRoom, serverPrices } from "@/lib/engine";
import { moneyFull, percent } from "@/lib/format";
import { optionCurrency } from "../currency";
import { monthNumber } from "../months";
import { optionName } from "../names";
import { figureCell, moneyCell, muted, rowOf } from "./cells";
import type { Candidate, Compared, ComparisonCell, ComparisonGroup } from "./types";

export function negotiationRows(compared: Compared): ComparisonGroup {
  const { made, plan } = compared;
  const reference = made.referenceId === null ? null : optionName(plan, made.referenceId);
  return {
    id: "negotiate",
    title: "Negotiate",
    rows: [
      rowOf(
        compared,
        {
          id: "walkAway",
          label: "Walk-away price",
          detail: reference === null ? undefined : `still breaks even with ${reference}`,
        },
        (one) => walkAwayCell(compared, one),
      ),
      rowOf(compared, { id: "room", label: "Room left below it" }, (one) =>
        roomCell(compared, one),
      ),
      rowOf(
        compared,
        { id: "passes", label: `Passes ${reference ?? "the reference"} for good` },
        (one) => passesCell(compared, one),
      ),
    ],
  };
}

const verdicts = { always: "any price", never: "no price", unranked: "not computed" } as const;

function walkAwayCell(compared: Compared, candidate: Candidate): ComparisonCell {
  const { walkAway, walkAwayServerPrice: value, isOffer, optionId, standing } = candidate;
  if (!isOffer) return muted("none");
  if (walkAway === null || (walkAway.verdict === "price" && value === null))
    return muted("not computed");
  if (walkAway.verdict !== "price") return muted(verdicts[walkAway.verdict]);
  const cell = moneyCell(compared, candidate, { value });
  return {
    ...cell,
    strong: true,
    note: inOwnCurrency(compared, candidate),
    ...(standing === "complete" && {
      opens: { optionId, measure: "walkAwayPrice", againstId: walkAway.baselineOptionId } as const,
    }),
  };
}

/** What to say to the supplier, in the currency of the offer: the same share of the price it quotes. */
function inOwnCurrency({ plan }: Compared, { roomFraction, option, quote }: Candidate) {
  if (roomFraction === null || option.kind !== "on-premises") return undefined;
  const own = quote?.currency ?? optionCurrency(plan, option.id);
  const quoted = quote
    ? serverPrices(quote.content, quote).serverPrice
    : option.quote.serverPrice.value;
  if (own === plan.currency || typeof quoted !== "number") return undefined;
  return moneyFull(atRoom(quoted, roomFraction), own);
}

function roomCell(compared: Compared, candidate: Candidate): ComparisonCell {
  const { roomFraction, isOffer } = candidate;
  if (!isOffer) return muted("none");
  if (roomFraction === null) return muted("none");
  const whole = Math.round(roomFraction * 100) / 100;
  const text = `${whole > 0 ? "+" : ""}${percent(whole)}`;
  const cell = figureCell(compared, candidate, { text, sort: roomFraction, row: "roomFraction" });
  return roomFraction < 0 ? { ...cell, tone: "bad" } : cell;
}

function passesCell(compared: Compared, candidate: Candidate): ComparisonCell {
  const { passes, optionId } = candidate;
  if (optionId === compared.made.referenceId) return muted("baseline");
  if (!passes || passes.verdict === "unranked") return muted("not computed");
  if (passes.forGoodFrom === null) return muted("never");
  return figureCell(compared, candidate, {
    text: monthNumber(passes.forGoodFrom),
    sort: passes.forGoodFrom + 1,
    row: "passes",
  });
}
