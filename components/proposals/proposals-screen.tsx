"use client";

import Link from "next/link";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Pill } from "@/components/ui/pill";
import type { ProposalRow } from "@/lib/views/proposal/proposal-list";

/** All proposals of the organization, the last changed first. */
export function ProposalsScreen(props: {
  readonly rows: readonly ProposalRow[];
  readonly canEdit: boolean;
}) {
  const { rows, canEdit } = props;
  return (
    <>
      <PageHead title="Proposals" />
      <div className="mx-auto grid w-full max-w-[1680px] gap-3 px-4 py-5 md:px-7">
        {rows.length > 0 ? (
          <ul className="card divide-y divide-line">
            {rows.map((row) => (
              <ProposalItem key={row.id} row={row} />
            ))}
          </ul>
        ) : canEdit ? (
          <EmptyState
            title="Turn a plan into a proposal"
            actions={
              <ButtonLink href="/plans" variant="primary">
                Choose a plan
              </ButtonLink>
            }
          >
            A proposal is what an executive reads: one page that stands alone, then need, options,
            break-even, cash and every assumption. Its numbers are the plan’s own. Open a plan and
            press “Make proposal”: two minutes to a first draft.
          </EmptyState>
        ) : (
          <p className="text-ink-2">No proposals yet. Ask an editor to make the first one.</p>
        )}
      </div>
    </>
  );
}

function ProposalItem({ row }: { readonly row: ProposalRow }) {
  const { id, title, name, plan, status, issued, shared, changed } = row;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-0.5 px-[18px] py-2.5 text-sm">
      <Link
        href={`/proposals/${id}`}
        className="flex min-h-6 min-w-0 items-center font-label text-ink hover:underline pointer-coarse:min-h-11 sm:w-96"
      >
        {title}
      </Link>
      <Pill tone={status === "issued" ? "good" : "plain"}>{status}</Pill>
      <span className="text-ink-2">{name}</span>
      <span className="min-w-0 text-ink-2 sm:flex-1">
        {plan ? (
          <Link href={plan.href} className="link">
            {plan.name}
          </Link>
        ) : (
          "its plan was deleted"
        )}
      </span>
      <span className="text-ink-2">{issued}</span>
      {shared && <span className="text-ink-2">{shared}</span>}
      <span className="text-ink-3 text-xs">changed {changed}</span>
    </li>
  );
}
