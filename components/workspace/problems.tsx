"use client";

import { CircleX, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { notesOf, problemsOf } from "@/lib/views/problems";
import type { Problem } from "@/lib/views/types";
import { useWorkspaceValue } from "./workspace-context";

/** What keeps an option from the ranking, each with the way to mend it. */
export function Problems() {
  const state = useWorkspaceValue((workspace) => workspace);
  const problems = useMemo(() => problemsOf(state, state.stored.id), [state]);
  return <ProblemList label="To mend" problems={problems} />;
}

/** What to know of the options that are ranked. */
export function Notes() {
  const state = useWorkspaceValue((workspace) => workspace);
  const notes = useMemo(() => notesOf(state, state.stored.id), [state]);
  return <ProblemList label="To know" problems={notes} />;
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
