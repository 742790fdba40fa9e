import { WhoAndWhen } from "@/components/quotes/who-and-when";
import { counted, deadlineText, instantText } from "@/lib/format";
import type { StoredRfq } from "@/lib/schemas/rfq";
import { rfqActionText } from "@/lib/views/rfqs";

/** Every revision, then who did what. */
export function RfqHistory({ rfq }: { readonly rfq: StoredRfq }) {
  return (
    <>
      <section aria-labelledby="revisions" className="card grid gap-3 p-[18px]">
        <h2 id="revisions" className="text-lg">
          Revisions
        </h2>
        <ol className="grid gap-2 text-sm">
          {rfq.revisions.map(({ revision, sentAt, items, deadlineLocal, deadlineZone }) => (
            <li key={revision}>
              <span className="font-label">Revision {revision}</span>,{" "}
              {counted(items.length, "item")}
              <span className="block text-ink-3 text-xs">
                {deadlineText(deadlineLocal, deadlineZone)}
              </span>
              <span className="block text-ink-3 text-xs">
                {sentAt === null ? "Not sent" : `Sent ${instantText(sentAt)}`}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <WhoAndWhen
        events={rfq.events.map(({ action, ...event }) => ({
          ...event,
          text: rfqActionText(action),
        }))}
      />
    </>
  );
}
