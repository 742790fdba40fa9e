"use client";

import { type SortFn, type SortingState, sortFn_basic } from "@tanstack/react-table";
import { clsx } from "clsx";
import {
  type ListColumn,
  type ListFeatures,
  ListTable,
  toChoices,
} from "@/components/tables/list-table";
import type { ListedPlan } from "@/lib/views/plan-list";
import type { PlanMenuProps } from "./plan-menu";
import { isShown, PlanRow } from "./plan-row";

/** Amounts in one currency stand together: dollars and euros have no order between them. */
const byAmount: SortFn<ListFeatures, ListedPlan> = (a, b, columnId) => {
  const [one, other] = [currencyOf(a.original), currencyOf(b.original)];
  return one === other ? sortFn_basic(a, b, columnId) : one < other ? -1 : 1;
};

const currencyOf = ({ answer }: ListedPlan) => (answer.found ? answer.currency : "");

const sortOf =
  (column: "total" | "perMillionTokens" | "lead") =>
  ({ answer }: ListedPlan) =>
    (answer.found ? answer[column].sort : null) ?? undefined;

const columns: ListColumn<ListedPlan>[] = [
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

export const planColumns = toChoices(columns);

export type PlansTableProps = Omit<PlanMenuProps, "plan"> & {
  readonly hidden: readonly string[];
  readonly plans: readonly ListedPlan[];
  readonly sorting: SortingState;
  readonly onSortingChange: (sorting: SortingState) => void;
};

const numbers = ["total", "perMillionTokens"];

export function PlansTable({ plans, hidden, sorting, onSortingChange, ...menu }: PlansTableProps) {
  return (
    <ListTable
      columns={columns}
      rows={plans}
      isShown={(id) => isShown(id, hidden)}
      sorting={sorting}
      onSortingChange={onSortingChange}
      headClass={(id) =>
        clsx(numbers.includes(id) && "lg:text-right", id === "updatedAt" && "lg:max-wide:hidden")
      }
      hasMenus
    >
      {(plan) => <PlanRow key={plan.id} plan={plan} hidden={hidden} {...menu} />}
    </ListTable>
  );
}
