import { awardShares } from "@/lib/engine";
import { counted, dateText, listed, moneyFull, share } from "@/lib/format";
import type { Award } from "@/lib/schemas/quote-award";
import type { Candidate, Compared } from "./types";

export type AwardLine = {
  readonly id: string;
  readonly text: string;
  readonly detail: string;
};

type AwardedOffer = Candidate & { readonly servers: number };

/** The offers that an award gives servers, with how many. */
export function awardedOffers(
  { candidates }: Compared,
  award: Pick<Award, "quotes">,
): readonly AwardedOffer[] {
  const given = candidates.flatMap((one) => {
    const servers =
      award.quotes.find(({ quoteId }) => quoteId === one.quote?.quoteId)?.servers ?? 0;
    return one.isOffer && servers > 0 ? [{ ...one, servers }] : [];
  });
  // Two options may use one quote: it is awarded once.
  return given.filter(
    ({ quote }, index) => given.findIndex((one) => one.quote?.quoteId === quote?.quoteId) === index,
  );
}

/** "Oriel Compute gets 3 servers, 75%, $930,877": one for each offer that gets any. */
export function awardedTexts(compared: Compared, award: Award): readonly string[] {
  const { plan } = compared;
  const once = awardedOffers(compared, award);
  return awardShares(once).shares.map(({ optionId, servers, fraction, amount }) => {
    const offer = once.find((one) => one.optionId === optionId);
    const price = amount === null ? "unpriced" : moneyFull(amount, plan.currency);
    const part = fraction < 1 ? `, ${share(fraction)} of the order` : "";
    return `${offer?.name} ${offer?.quote?.number} gets ${counted(servers, "server")}${part}, ${price} at its server price`;
  });
}

/** What was awarded and taken back, the newest first. */
export function awardLines(compared: Compared, awards: readonly Award[]): readonly AwardLine[] {
  return awards.map((award) => {
    const texts = awardedTexts(compared, award);
    const given = texts.length > 0 ? listed(texts) : "To offers that are in the plan no more";
    const by = `${dateText(award.at.slice(0, 10))}, ${award.by ?? "somebody"}: ${award.reason}`;
    const undone =
      award.undone &&
      `Taken back ${dateText(award.undone.at.slice(0, 10))}, ${award.undone.by ?? "somebody"}: ${award.undone.reason}`;
    return { id: award.id, text: `${given}.`, detail: [by, undone].filter(Boolean).join(" ") };
  });
}
