"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { type ListColumn, ListTable } from "@/components/tables/list-table";
import { useTableOrder } from "@/components/tables/use-table-order";
import { Pill } from "@/components/ui/pill";
import {
  type ProposalRow,
  proposalStatuses,
  statusNames,
  statusTones,
} from "@/lib/views/proposal/proposal-list";

const columns: readonly ListColumn<ProposalRow>[] = [
  { id: "title", accessorKey: "title", header: "Proposal", sortFn: "text" },
  {
    id: "status",
    accessorFn: ({ status }) => proposalStatuses.indexOf(status),
    header: "Status",
    sortFn: "basic",
    sortDescFirst: false,
  },
  { id: "number", accessorKey: "number", header: "Number", sortFn: "basic" },
  { id: "plan", accessorFn: ({ plan }) => plan?.name ?? "", header: "Plan", sortFn: "text" },
  {
    id: "issued",
    accessorFn: ({ issued }) => issued.at,
    header: "Newest issue",
    sortFn: "text",
    sortDescFirst: true,
  },
  {
    id: "changed",
    accessorFn: ({ changed }) => changed.at,
    header: "Changed",
    sortFn: "text",
    sortDescFirst: true,
  },
];

const byChange = [{ id: "changed", desc: true }];

/** Proposals with where they stand, in the order of any column. */
export function ProposalsTable({ rows }: { readonly rows: readonly ProposalRow[] }) {
  const { sorting, onSortingChange } = useTableOrder("proposals");
  return (
    <ListTable
      columns={columns}
      rows={rows}
      isShown={() => true}
      sorting={sorting.length > 0 ? sorting : byChange}
      onSortingChange={onSortingChange}
      headClass={() => false}
    >
      {(row) => <ProposalTableRow key={row.id} row={row} />}
    </ListTable>
  );
}

const cell = "lg:px-3 lg:py-1.5";

function ProposalTableRow({ row }: { readonly row: ProposalRow }) {
  const { id, title, name, plan, status, issued, changed } = row;
  return (
    <tr className="border-line border-t align-baseline hover:bg-canvas max-lg:flex max-lg:flex-wrap max-lg:items-center max-lg:gap-x-3 max-lg:gap-y-0.5 max-lg:px-4 max-lg:py-2">
      <th scope="row" className={clsx(cell, "font-text max-lg:w-full lg:pl-4")}>
        <Link
          href={`/proposals/${id}`}
          className="inline-flex min-h-6 items-center font-label text-ink hover:underline pointer-coarse:min-h-11"
        >
          {title}
        </Link>
      </th>
      <td className={clsx(cell, "whitespace-nowrap")}>
        <Pill tone={statusTones[status]}>{statusNames[status]}</Pill>
      </td>
      <td className={clsx(cell, "text-ink-2")}>{name}</td>
      <td className={clsx(cell, "text-ink-2")}>
        {plan ? (
          <Link href={plan.href} className="link">
            {plan.name}
          </Link>
        ) : (
          "its plan was deleted"
        )}
      </td>
      <td className={clsx(cell, "whitespace-nowrap text-ink-2 tabular-nums")}>
        {issued.href ? (
          <Link href={issued.href} className="link">
            {issued.text}
          </Link>
        ) : (
          issued.text
        )}
      </td>
      <td className={clsx(cell, "whitespace-nowrap text-ink-3 text-xs")}>{changed.text}</td>
    </tr>
  );
}
