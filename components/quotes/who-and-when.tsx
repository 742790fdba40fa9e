import { instantText } from "@/lib/format";

export type WhoAndWhenProps = {
  /** The newest first. */
  readonly events: readonly {
    readonly id: string;
    readonly at: string;
    readonly by: string | null;
    /** "marked it as sent" */
    readonly text: string;
    readonly revision: number | null;
  }[];
};

/** Who did what, and when. */
export function WhoAndWhen({ events }: WhoAndWhenProps) {
  return (
    <section aria-labelledby="events" className="card grid gap-3 p-[18px]">
      <h2 id="events" className="text-lg">
        Who and when
      </h2>
      <ol className="grid gap-2 text-sm">
        {events.map(({ id, at, by, text, revision }) => (
          <li key={id}>
            <span className="font-label">{by ?? "Somebody who left"}</span> {text}
            {revision !== null && <span className="text-ink-3">, revision {revision}</span>}
            <time dateTime={at} className="block text-ink-3 text-xs">
              {instantText(at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
