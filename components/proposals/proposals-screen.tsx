"use client";

import Link from "next/link";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import type { ListedProposalTemplate } from "@/lib/schemas/proposal-template";
import type { TemplateTarget } from "@/lib/schemas/template";
import {
  type ProposalRow,
  type ProposalStatus,
  proposalStatuses,
  statusNames,
} from "@/lib/views/proposal/proposal-list";
import { ProposalTemplates } from "./proposal-templates";
import { ProposalsTable } from "./proposals-table";

/** What waits for the reader, then all proposals of the organization. */
export function ProposalsScreen(props: {
  readonly rows: readonly ProposalRow[];
  readonly templates: readonly ListedProposalTemplate[];
  readonly targets: readonly TemplateTarget[];
  readonly canEdit: boolean;
}) {
  const { rows, templates, targets, canEdit } = props;
  return (
    <>
      <PageHead title="Proposals" />
      <div className="mx-auto grid w-full max-w-[1680px] gap-5 px-4 py-5 md:px-7">
        <WaitingProposals rows={rows} />
        {rows.length > 0 ? (
          <AllProposals rows={rows} />
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
        <ProposalTemplates {...{ templates, targets, canEdit }} />
      </div>
    </>
  );
}

function WaitingProposals({ rows }: { readonly rows: readonly ProposalRow[] }) {
  const waiting = rows.filter(({ waits }) => waits !== null);
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting" className="card">
      <h2 id="waiting" className="px-[18px] pt-3 pb-1 text-base">
        Waiting for you
      </h2>
      <ul className="divide-y divide-line">
        {waiting.map(
          ({ id, title, waits }) =>
            waits && (
              <li
                key={id}
                className="flex flex-wrap items-center gap-x-6 gap-y-0.5 px-[18px] py-2.5 text-sm"
              >
                <Link
                  href={waits.href}
                  className="flex min-h-6 min-w-0 items-center font-label text-ink hover:underline pointer-coarse:min-h-11"
                >
                  {title}
                </Link>
                <span className="text-ink-2">{waits.text}</span>
                {waits.note !== "" && (
                  <q className="min-w-0 break-words text-ink-2">{waits.note}</q>
                )}
              </li>
            ),
        )}
      </ul>
    </section>
  );
}

const addressed = parseAsStringLiteral(proposalStatuses);

function AllProposals({ rows }: { readonly rows: readonly ProposalRow[] }) {
  const [status, setStatus] = useQueryState("status", addressed);
  const count = (of: ProposalStatus) => rows.filter((row) => row.status === of).length;
  const shown = status ? rows.filter((row) => row.status === status) : rows;
  return (
    <section aria-label="All proposals" className="grid gap-3">
      <Select<ProposalStatus | "">
        aria-label="Status"
        className="justify-self-start"
        value={status ?? ""}
        onValueChange={(next) => void setStatus(next === "" ? null : next)}
        options={[
          { value: "", label: `Any status, ${rows.length}` },
          ...proposalStatuses.map((value) => ({
            ...{ value, label: `${statusNames[value]}, ${count(value)}` },
          })),
        ]}
      />
      {shown.length > 0 ? (
        <ProposalsTable rows={shown} />
      ) : (
        <p className="py-7 text-center text-ink-2 text-sm">
          No proposal is like that.{" "}
          <button type="button" className="link min-h-6" onClick={() => void setStatus(null)}>
            Show all proposals
          </button>
        </p>
      )}
    </section>
  );
}
