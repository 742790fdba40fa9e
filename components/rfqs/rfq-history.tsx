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
      <section aria-labelledby="events" className="card grid gap-3 p-[18px]">
        <h2 id="events" className="text-lg">
          Who and when
        </h2>
        <ol className="grid gap-2 text-sm">
          {rfq.events.map(({ id, at, action, by, revision }) => (
            <li key={id}>
              <span className="font-label">{by ?? "Somebody who left"}</span>{" "}
              {rfqActionText(action)}
              {revision !== null && <span className="text-ink-3">, revision {revision}</span>}
              <time dateTime={at} className="block text-ink-3 text-xs">
                {instantText(at)}
              </time>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
