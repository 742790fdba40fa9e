import { KeyRound } from "lucide-react";
import Link from "next/link";
import { Pill } from "@/components/ui/pill";
import type { ActivityLine } from "@/lib/views/activity";

/** Who did what, and when: a line each, with links to what is still there. */
export function ActivityList({ lines }: { readonly lines: readonly ActivityLine[] }) {
  return (
    <ol className="card divide-y divide-line">
      {lines.map((line) => (
        <li
          key={line.id}
          className="grid gap-x-6 gap-y-1 px-[18px] py-2.5 text-sm md:grid-cols-[13rem_minmax(0,1fr)_auto]"
        >
          <time dateTime={line.at} className="text-ink-3 text-xs leading-5">
            {line.atText}
          </time>
          <p className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
            <span className="font-label first-letter:uppercase">{line.who.name}</span>
            {line.who.keyName && (
              <Pill>
                <KeyRound aria-hidden size={12} /> key {line.who.keyName}
              </Pill>
            )}
            <span className="text-ink-2">{line.text}</span>
            {line.thing && <Thing {...line.thing} />}
            {line.plan && (
              <>
                <span className="text-ink-2">in</span>
                <Thing {...line.plan} />
              </>
            )}
          </p>
          {line.history ? (
            <Link
              href={line.history}
              className="w-fit rounded-sm py-0.5 text-accent text-xs leading-5"
            >
              What changed
            </Link>
          ) : (
            <span />
          )}
        </li>
      ))}
    </ol>
  );
}

function Thing({ name, href }: { readonly name: string; readonly href?: string }) {
  const words = "min-w-0 break-words";
  if (!href) return <span className={words}>{name}</span>;
  return (
    <Link href={href} className={`${words} rounded-sm py-0.5 text-accent`}>
      {name}
    </Link>
  );
}
