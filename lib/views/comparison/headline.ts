import { listed } from "@/lib/format";
import { does } from "../agree";
import { horizonText } from "../months";
import { optionName } from "../names";
import type { Candidate, Compared } from "./types";

/** The answer in a sentence: who costs least, who arrives first, who cannot be ranked, and what beats them all. */
export function headline(compared: Compared): string {
  const offers = compared.candidates.filter(({ isOffer }) => isOffer);
  const complete = offers.filter(({ standing }) => standing === "complete");
  const others = offers.filter(({ standing }) => standing !== "complete");
  const unranked =
    others.length === 0 ? [] : [`${listed(others.map(({ name }) => name))} cannot be ranked yet`];
  const first =
    complete.length === 0
      ? offers.length === 0
        ? "No option of this plan comes from a quote yet"
        : null
      : leading(compared, complete);
  return [first, ...unranked, reference(compared, complete)]
    .filter((text) => text !== null)
    .join("; ");
}

function leading(compared: Compared, complete: readonly Candidate[]): string {
  const { made, projection } = compared;
  const over = `over ${horizonText(projection.months)}`;
  const cheapest = complete.find(({ optionId }) => optionId === made.best.totalCost)?.name;
  const [only] = complete;
  if (complete.length === 1 && only)
    return `${only.name} is the only complete offer${arrival(compared, only.name)}`;
  if (cheapest === undefined) return `Complete offers cost the same ${over}${arrival(compared)}`;
  return `${cheapest} costs least ${over}${arrival(compared, cheapest)}`;
}

/** Of all offers: a price that is missing delays nothing. */
function arrival({ made, candidates }: Compared, subject?: string): string {
  const soonest = candidates.find(({ optionId }) => optionId === made.best.leadTimeMonths)?.name;
  if (soonest === undefined) return "";
  return soonest === subject ? " and arrives first" : `, ${soonest} arrives first`;
}

/** Said only where the reference costs less than every complete offer. */
function reference(
  { made, plan, candidates }: Compared,
  complete: readonly Candidate[],
): string | null {
  const against = candidates.find(({ optionId }) => optionId === made.referenceId);
  const cost = against?.totalCost ?? null;
  if (!against || cost === null || complete.length === 0) return null;
  const beaten = complete.every(({ totalCost }) => totalCost !== null && totalCost > cost);
  const than = complete.length === 1 ? "" : " than any of them";
  return beaten ? `${does(optionName(plan, against.optionId), "costs")} less${than}` : null;
}
