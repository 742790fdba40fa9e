"use client";

import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  sortFn_text,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { dateText } from "@/lib/format";
import type { PlanSummary } from "@/lib/schemas/stored-plan";
import { PlanMenu, type PlanMenuProps } from "./plan-menu";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: sortFn_text },
});

type PlanColumn = ColumnDef<typeof features, PlanSummary>;

export type PlansTableProps = Omit<PlanMenuProps, "plan"> & {
  readonly plans: readonly PlanSummary[];
  readonly sorting: SortingState;
  readonly onSortingChange: (sorting: SortingState) => void;
};

export function PlansTable({ plans, sorting, onSortingChange, ...menu }: PlansTableProps) {
  const data = useMemo(() => [...plans], [plans]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (plan) => plan.id,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (next) => onSortingChange(typeof next === "function" ? next(sorting) : next),
  });
  return (
    <div className="card overflow-x-auto">
      <table className="w-full text-left text-sm">
        <thead className="bg-sunken text-ink-3 text-xs">
          <tr>
            {table.getHeaderGroups()[0]?.headers.map(({ column }) => {
              const sorted = column.getIsSorted();
              return (
                <th
                  key={column.id}
                  scope="col"
                  aria-sort={
                    sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none"
                  }
                  className={clsx("font-label", cellClass(column.id))}
                >
                  <button
                    type="button"
                    onClick={column.getToggleSortingHandler()}
                    className="inline-flex min-h-8 items-center gap-1 rounded-sm hover:text-ink pointer-coarse:min-h-11"
                  >
                    {String(column.columnDef.header)}
                    {sorted && <SortArrow descending={sorted === "desc"} />}
                  </button>
                </th>
              );
            })}
            <th scope="col" className="w-12 px-2">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map(({ original: plan }) => (
            <tr key={plan.id} className="border-line border-t hover:bg-canvas">
              <td className={cellClass("name")}>
                <Link
                  href={`/plans/${plan.id}`}
                  className="flex min-h-10 items-center font-label text-ink hover:underline pointer-coarse:min-h-11"
                >
                  {plan.name}
                </Link>
              </td>
              <td className={cellClass("workloads")}>{plan.workloads}</td>
              <td className={cellClass("options")}>{plan.options}</td>
              <td className={cellClass("updatedAt")}>
                <time dateTime={plan.updatedAt}>{dateText(plan.updatedAt)}</time>
              </td>
              <td className="px-2 text-right">
                <PlanMenu plan={plan} {...menu} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const columns: PlanColumn[] = [
  { id: "name", accessorKey: "name", header: "Plan", sortFn: "text" },
  { id: "workloads", accessorKey: "workloads", header: "Workloads", sortDescFirst: true },
  { id: "options", accessorKey: "options", header: "Options", sortDescFirst: true },
  {
    id: "updatedAt",
    accessorKey: "updatedAt",
    header: "Changed",
    sortFn: "text",
    sortDescFirst: true,
  },
];

/** On a phone a plan is its name and its menu; the rest is inside it. */
function cellClass(column: string) {
  return clsx(
    "px-4",
    column === "workloads" || column === "options" ? "text-right max-sm:hidden" : "text-left",
    column === "updatedAt" && "whitespace-nowrap text-ink-2 max-sm:hidden",
    column === "name" && "w-full",
  );
}

function SortArrow({ descending }: { descending: boolean }) {
  const Arrow = descending ? ArrowDown : ArrowUp;
  return <Arrow aria-hidden size={12} />;
}
