"use client";

import { CircleX, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { notesOf } from "@/lib/views/notes";
import { problemsOf } from "@/lib/views/problems";
import type { Problem } from "@/lib/views/types";
import { useDerived } from "./use-derived";
import { useLiveState } from "./use-live-state";
import type { WorkspaceState } from "./workspace-store";

const problemsIn = (state: WorkspaceState) => problemsOf(state, state.stored.id);

function sameProblems(a: readonly Problem[], b: readonly Problem[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, text, href }, index) => {
      const other = b[index];
      return id === other?.id && text === other.text && href === other.href;
    })
  );
}

/** What keeps an option from the ranking, each with the way to mend it. */
export function Problems() {
  return <ProblemList label="To mend" problems={useDerived(problemsIn, sameProblems)} />;
}

/** What to know of the options that are ranked. */
export function Notes() {
  const place = useRef<HTMLDivElement>(null);
  const state = useLiveState(place);
  return (
    <div ref={place} className="empty:hidden">
      <ProblemList label="To know" problems={notesOf(state, state.stored.id)} />
    </div>
  );
}

function ProblemList({
  label,
  problems,
}: {
  readonly label: string;
  readonly problems: readonly Problem[];
}) {
  if (problems.length === 0) return null;
  return (
    <ul aria-label={label} className="card grid gap-1.5 px-4 py-3 md:px-5">
      {problems.map(({ id, tone, text, href, linkText }) => {
        const Icon = tone === "bad" ? CircleX : TriangleAlert;
        return (
          <li key={id} className="flex items-start gap-2 text-sm">
            <Icon
              aria-hidden
              size={14}
              className={tone === "bad" ? "mt-0.5 shrink-0 text-bad" : "mt-0.5 shrink-0 text-warn"}
            />
            <span>
              {text}{" "}
              {href && (
                <Link href={href} className="link">
                  {linkText}
                </Link>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
