import { EyeOff } from "lucide-react";
import type { HiddenReview } from "@/lib/schemas/technical-review";
import { hiddenText } from "@/lib/views/comparison/hidden-words";
import { HidePricesLink } from "./hide-prices-link";

type HiddenPricesNoteProps = {
  readonly what: "plans" | "quotes";
  readonly reviews: readonly HiddenReview[];
};

/** Over a list that leaves out what its reader must not know while they judge. */
export function HiddenPricesNote({ what, reviews }: HiddenPricesNoteProps) {
  if (reviews.length === 0) return null;
  return (
    <section
      aria-label="Hidden prices"
      className="card mb-3 flex items-start gap-3 px-[18px] py-3 text-sm"
    >
      <EyeOff aria-hidden size={16} className="mt-0.5 shrink-0 text-ink-3" />
      <div className="grid gap-1.5">
        <p>{hiddenText(what, reviews)}</p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {reviews.map(({ planId, planName }) => (
            <li key={planId}>
              <HidePricesLink planId={planId} className="link inline-flex min-h-6 items-center">
                Technical review of {planName}
              </HidePricesLink>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
