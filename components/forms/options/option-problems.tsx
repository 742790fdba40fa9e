"use client";

import { CircleX, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useWorkspaceValue } from "@/components/workspace/workspace-context";
import { inputHref, inputLabel, inputOwner } from "@/lib/views/links";
import { notesOf } from "@/lib/views/notes";
import { missingWordAt, problemsOfOption } from "@/lib/views/problems";
import type { Problem } from "@/lib/views/types";
import { capital } from "../figure-words";

export type OptionProblemsProps = {
  readonly optionId: string;
  readonly onOpen: (field?: string) => void;
};

const linkClass = "link inline-block min-h-6 text-left pointer-coarse:min-h-11";

/** What keeps an option from its rank: each missing figure and each gap, linked to its field. */
export function OptionProblems({ optionId, onOpen }: OptionProblemsProps) {
  const plan = useWorkspaceValue((state) => state.plan);
  const projection = useWorkspaceValue((state) => state.projection);
  const view = useWorkspaceValue((state) => state.view);
  const planId = useWorkspaceValue((state) => state.stored.id);
  const option = projection.options.find((one) => one.optionId === optionId);
  const own = `options.${optionId}.`;
  const results = { plan, projection, view };
  const problems = [
    ...(option ? problemsOfOption(results, planId, option) : []),
    ...notesOf(results, planId),
  ].filter(({ id }) => id.startsWith(`${optionId}.`) && id !== `${optionId}.missing`);
  const missing = option?.missing ?? [];
  if (missing.length + problems.length === 0) return null;
  return (
    <ul className="grid gap-1.5 border-line border-t pt-3 text-sm">
      {missing.length > 0 && (
        <li className="flex gap-2 text-ink-2">
          <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-warn" />
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <span className="text-warn">{capital(missingWordAt(plan, missing))}:</span>
            {missing.map(({ path }) => {
              const label = inputLabel(plan, path);
              return path.startsWith(own) ? (
                <button
                  key={path}
                  type="button"
                  className={linkClass}
                  onClick={() => onOpen(path.slice(own.length))}
                >
                  {label}
                </button>
              ) : (
                <Link key={path} className={linkClass} href={inputHref(planId, path)}>
                  {label} ({inputOwner(plan, path)})
                </Link>
              );
            })}
          </span>
        </li>
      )}
      {problems.map((problem) => (
        <ProblemLine key={problem.id} problem={problem} />
      ))}
    </ul>
  );
}

function ProblemLine({ problem }: { readonly problem: Problem }) {
  const Icon = problem.tone === "bad" ? CircleX : TriangleAlert;
  return (
    <li className="flex gap-2 text-ink-2">
      <Icon
        aria-hidden
        size={16}
        className={
          problem.tone === "bad" ? "mt-0.5 shrink-0 text-bad" : "mt-0.5 shrink-0 text-warn"
        }
      />
      <span>
        {problem.text}{" "}
        {problem.href && (
          <Link className={linkClass} href={problem.href}>
            {problem.linkText}
          </Link>
        )}
      </span>
    </li>
  );
}
