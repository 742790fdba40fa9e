import { hasQuote } from "@/lib/schemas/has-quote";
import type { Plan } from "@/lib/schemas/plan";

/** On-premises options that a supplier offers, typed in or from a quote. */
export const offerIdsOf = ({ options }: Pick<Plan, "options">): readonly string[] =>
  options.flatMap((option) =>
    option.kind === "on-premises" && hasQuote(option.quote) ? [option.id] : [],
  );
