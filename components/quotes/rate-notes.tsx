import Link from "next/link";
import type { RateNote } from "@/lib/views/quote-rates";

/** By which rate and of which day amounts were converted, and where a rate that lacks is set. */
export function RateNotes({ notes }: { readonly notes: readonly RateNote[] }) {
  if (notes.length === 0) return null;
  return (
    <ul aria-label="Exchange rates" className="grid gap-1 text-sm">
      {notes.map(({ from, isMissing, text, link }) => (
        <li key={from} className={isMissing ? "text-warn" : "text-ink-3 text-xs"}>
          {text}{" "}
          {link && (
            <Link href={link.href} className="link inline-flex min-h-6 items-center">
              {link.text}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
