import Link from "next/link";

type Props = {
  readonly quoteId: string;
  readonly revision: number;
  /** "The option's server price comes from line 1."; null where no figure led here. */
  readonly text: string | null;
  /** The number of the newest revision, where this is an older one. */
  readonly newest: number | null;
};

/** What led to this revision of the quote: the figure that was made of it, and that a newer one is there. */
export function FigureOrigin({ quoteId, revision, text, newest }: Props) {
  if (text === null && newest === null) return null;
  return (
    <section
      aria-label="Why this revision is shown"
      className="rounded-lg bg-accent-soft px-4 py-2.5 text-sm"
    >
      {text && <p>{text}</p>}
      {newest !== null && (
        <p>
          This is revision {revision}, as it was kept. The newest is revision {newest}.{" "}
          <Link href={`/quotes/${quoteId}`} className="link">
            Open the newest
          </Link>
        </p>
      )}
    </section>
  );
}
