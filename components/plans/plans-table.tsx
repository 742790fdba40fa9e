"use client";

import {
  type Column,
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  type SortingState,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo } from "react";
import type { ListedPlan } from "@/lib/views/plan-list";
import type { Column as TableColumn } from "@/lib/views/types";
import type { PlanMenuProps } from "./plan-menu";
import { isShown, PlanRow } from "./plan-row";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: sortFn_text, basic: sortFn_basic },
});

/** Amounts in one currency stand together: dollars and euros have no order between them. */
const byAmount: SortFn<typeof features, ListedPlan> = (a, b, columnId) => {
  const [one, other] = [currencyOf(a.original), currencyOf(b.original)];
  return one === other ? sortFn_basic(a, b, columnId) : one < other ? -1 : 1;
};

const currencyOf = ({ answer }: ListedPlan) => (answer.found ? answer.currency : "");

const sortOf =
  (column: "total" | "perMillionTokens" | "lead") =>
  ({ answer }: ListedPlan) =>
    (answer.found ? answer[column].sort : null) ?? undefined;

const columns: ColumnDef<typeof features, ListedPlan>[] = [
  { id: "name", accessorKey: "name", header: "Plan", sortFn: "text" },
  {
    id: "cheapest",
    accessorFn: ({ answer }) => (answer.found ? answer.cheapest.name : undefined),
    header: "Cheapest option",
    sortFn: "text",
    sortUndefined: "last",
  },
  {
    id: "total",
    accessorFn: sortOf("total"),
    header: "Total, paid",
    sortFn: byAmount,
    sortDescFirst: true,
    sortUndefined: "last",
  },
  {
    id: "perMillionTokens",
    accessorFn: sortOf("perMillionTokens"),
    header: "Per million tokens",
    sortFn: byAmount,
    sortDescFirst: true,
    sortUndefined: "last",
  },
  {
    id: "lead",
    accessorFn: sortOf("lead"),
    header: "Leads for good",
    sortFn: "basic",
    sortDescFirst: false,
    sortUndefined: "last",
  },
  {
    id: "updatedAt",
    accessorKey: "updatedAt",
    header: "Changed",
    sortFn: "text",
    sortDescFirst: true,
  },
];

/** The columns as a list to choose from. */
export const planColumns: readonly TableColumn[] = columns.map(({ id = "", header }) => ({
  id,
  label: String(header),
  align: "left",
}));

export type PlansTableProps = Omit<PlanMenuProps, "plan"> & {
  readonly hidden: readonly string[];
  readonly plans: readonly ListedPlan[];
  readonly sorting: SortingState;
  readonly onSortingChange: (sorting: SortingState) => void;
};

/** On a phone a row becomes a small card, and the head the choice of an order. */
export function PlansTable({ plans, hidden, sorting, onSortingChange, ...menu }: PlansTableProps) {
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
      <table className="w-full text-left text-sm max-lg:block">
        <thead className="bg-sunken text-ink-3 text-xs max-lg:block">
          <tr className="max-lg:flex max-lg:flex-wrap max-lg:gap-x-4 max-lg:px-4">
            {table
              .getHeaderGroups()[0]
              ?.headers.filter(({ column }) => isShown(column.id, hidden))
              .map(({ column }) => (
                <HeadCell key={column.id} column={column} />
              ))}
            <th scope="col" className="w-12 px-2 max-lg:hidden">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-lg:block">
          {table.getRowModel().rows.map(({ original }) => (
            <PlanRow key={original.id} plan={original} hidden={hidden} {...menu} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const numbers = ["total", "perMillionTokens"];

function HeadCell({ column }: { column: Column<typeof features, ListedPlan> }) {
  const sorted = column.getIsSorted();
  const Arrow = sorted === "desc" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none"}
      className={clsx(
        "whitespace-nowrap font-label lg:px-3 lg:first:pl-4",
        numbers.includes(column.id) && "lg:text-right",
        column.id === "updatedAt" && "lg:max-wide:hidden",
      )}
    >
      <button
        type="button"
        onClick={column.getToggleSortingHandler()}
        className="inline-flex min-h-8 items-center gap-1 rounded-sm hover:text-ink pointer-coarse:min-h-11"
      >
        {String(column.columnDef.header)}
        {sorted && <Arrow aria-hidden size={12} />}
      </button>
    </th>
  );
}
