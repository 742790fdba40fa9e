import Link from "next/link";
import type { newerThanAward } from "@/lib/views/quote-award";

/** An award stays on what was awarded: what came after it is said beside it. */
export function AwardNewer({ newer }: { readonly newer: ReturnType<typeof newerThanAward> }) {
  if (newer.length === 0) return null;
  return (
    <ul aria-label="Newer than the award" className="grid gap-1 text-sm text-warn">
      {newer.map(({ quoteId, text }) => (
        <li key={quoteId}>
          {text}{" "}
          <Link href={`/quotes/${quoteId}`} className="link inline-flex min-h-6 items-center">
            See what changed
          </Link>
        </li>
      ))}
    </ul>
  );
}
