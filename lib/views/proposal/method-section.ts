import { percent } from "@/lib/format";
import type { RichText } from "@/lib/schemas/rich-text";
import { horizonText } from "../months";
import { basisWords } from "../names";
import { discountRateOf } from "./answer-sections";
import type { ProposalMaterial } from "./material";
import { plainText } from "./prose";

/** How the numbers were made, for whoever checks them. */
export function methodText(material: ProposalMaterial): RichText {
  const { plan, view } = material.results;
  const rate = discountRateOf(material);
  return plainText(
    `Each option is computed month by month over ${horizonText(plan.horizonMonths)}, for the same demand: what is served and trained does not differ between options, only what it costs.`,
    `Amounts are in ${plan.currency}, ${basisWords(plan, view)}. What a million tokens costs is the cost of inference as consumed over the tokens that were served; training is never in it.`,
    rate === null
      ? "Nothing is discounted: the plan has no discount rate."
      : `Net present cost is cash, discounted month by month at ${percent(rate)} a year.`,
    "A missing price is never taken as 0: an option that lacks one is not ranked. A figure carries the mark of the weakest evidence among the inputs that make up at least 1% of it.",
    "Every formula is in Loadline\u2019s docs/model.md, with its source and the test that proves it; the workbook that goes with this proposal has each of them as a live cell.",
  );
}
