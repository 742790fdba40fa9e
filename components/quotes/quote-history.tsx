import { quoteTotals } from "@/lib/engine";
import { dateText, instantText } from "@/lib/format";
import { contentOf, type StoredQuote } from "@/lib/schemas/quote";
import { quoteDifferences } from "@/lib/views/quote-differences";
import { actionText } from "@/lib/views/quote-names";
import { totalText } from "@/lib/views/quotes";
import { WhoAndWhen } from "./who-and-when";

/** Every revision with what it changed, then who did what. */
export function QuoteHistory({ quote }: { readonly quote: StoredQuote }) {
  return (
    <>
      <section aria-labelledby="revisions" className="card grid gap-3 p-[18px]">
        <h2 id="revisions" className="text-lg">
          Revisions
        </h2>
        <ol className="grid gap-3">
          {quote.revisions.map((revision, index) => (
            <Revision
              key={revision.revision}
              revision={revision}
              before={quote.revisions[index + 1]}
              currency={quote.currency}
            />
          ))}
        </ol>
      </section>
      <WhoAndWhen
        events={quote.events.map(({ action, file, ...event }) => ({
          ...event,
          text: file === undefined ? actionText(action) : `${actionText(action)}, ${file}`,
        }))}
      />
    </>
  );
}

type Held = StoredQuote["revisions"][number];

function Revision({
  revision,
  before,
  currency,
}: {
  readonly revision: Held;
  readonly before: Held | undefined;
  readonly currency: string;
}) {
  const { cost, lacks } = quoteTotals(revision, currency);
  const differences = before && quoteDifferences(contentOf(before), contentOf(revision), currency);
  return (
    <li className="grid gap-1 text-sm">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span>
          <span className="font-label">Revision {revision.revision}</span>,{" "}
          {dateText(revision.quotedOn)}
        </span>
        <span className="text-right">
          {currency} {totalText(cost, lacks)}
        </span>
      </p>
      <p className="text-ink-3 text-xs">
        {revision.receivedAt === null
          ? "Being entered"
          : `Received ${instantText(revision.receivedAt)}`}
      </p>
      {differences && (
        <ul className="grid gap-0.5 text-ink-2 text-xs">
          {differences.length === 0 && <li>The same as revision {before.revision}.</li>}
          {differences.map(({ what, from, to }) => (
            <li key={what}>
              {what}: <del className="text-ink-3">{from}</del> {"\u2192"}{" "}
              <ins className="no-underline">{to}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
