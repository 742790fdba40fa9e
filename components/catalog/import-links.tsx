import Link from "next/link";
import { Pill } from "@/components/ui/pill";
import type { JobRow } from "@/lib/views/jobs";

/** Earlier imports, each with its report. */
export function ImportLinks({ rows }: { readonly rows: readonly JobRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="imports" className="card px-[18px] py-4">
      <h2 id="imports" className="text-base">
        Imports
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {rows.map(({ id, stateWord, tone, asked, text }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2 text-sm">
            <Link href={`/catalog/import/${id}`} className="link">
              {asked}
            </Link>
            <Pill tone={tone}>{stateWord}</Pill>
            <span className="text-ink-2 text-xs first-letter:uppercase">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
