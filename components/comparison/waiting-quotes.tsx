import Link from "next/link";
import type { PlanAnswer } from "@/lib/schemas/plan-quotes";

/** Answers to the plan's RFQs that are no columns yet, and where they become one. */
export function WaitingQuotes({ waiting }: { readonly waiting: readonly PlanAnswer[] }) {
  if (waiting.length === 0) return null;
  return (
    <p className="card px-[18px] py-3 text-sm">
      Answers to this plan&rsquo;s RFQ that no option uses yet:{" "}
      {waiting.map(({ quoteId, supplierName, number }, index) => (
        <span key={quoteId}>
          {index > 0 && ", "}
          <Link href={`/quotes/${quoteId}`} className="link">
            {supplierName} {number}
          </Link>
        </span>
      ))}
      . Open one and choose <i>Use in a plan</i>.
    </p>
  );
}
