"use client";

import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type MouseEvent, useMemo } from "react";
import type { Arrangement } from "@/lib/schemas/saved-view";
import type { ListedPlan } from "@/lib/views/plan-list";
import { planColumns, pressedSort, sortedPlans } from "@/lib/views/plan-order";
import type { PlanMenuProps } from "./plan-menu";
import { isShown, PlanRow } from "./plan-row";

type Sort = Arrangement["sort"];

export type PlansTableProps = Omit<PlanMenuProps, "plan"> & {
  readonly hidden: readonly string[];
  readonly plans: readonly ListedPlan[];
  readonly sorting: Sort;
  readonly onSortingChange: (sorting: Sort) => void;
};

/** On a phone a row becomes a small card, and the head the choice of an order. */
export function PlansTable({ plans, hidden, sorting, onSortingChange, ...menu }: PlansTableProps) {
  const sorted = useMemo(() => sortedPlans(plans, sorting), [plans, sorting]);
  return (
    <div className="card overflow-x-auto">
      <table className="w-full text-left text-sm max-lg:block">
        <thead className="bg-sunken text-ink-3 text-xs max-lg:block">
          <tr className="max-lg:flex max-lg:flex-wrap max-lg:gap-x-4 max-lg:px-4">
            {planColumns
              .filter(({ id }) => isShown(id, hidden))
              .map((column) => (
                <HeadCell
                  key={column.id}
                  {...column}
                  desc={sorting.find(({ id }) => id === column.id)?.desc}
                  onPress={({ shiftKey }) =>
                    onSortingChange(pressedSort(sorting, column.id, shiftKey))
                  }
                />
              ))}
            <th scope="col" className="w-12 px-2 max-lg:hidden">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-lg:block">
          {sorted.map((plan) => (
            <PlanRow key={plan.id} plan={plan} hidden={hidden} {...menu} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadCellProps = (typeof planColumns)[number] & {
  /** Undefined where the table is not sorted by it. */
  readonly desc: boolean | undefined;
  readonly onPress: (event: MouseEvent) => void;
};

function HeadCell({ id, label, isAmount, desc, onPress }: HeadCellProps) {
  const Arrow = desc ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={desc === undefined ? "none" : desc ? "descending" : "ascending"}
      className={clsx(
        "whitespace-nowrap font-label lg:px-3 lg:first:pl-4",
        isAmount && "lg:text-right",
        id === "updatedAt" && "lg:max-wide:hidden",
      )}
    >
      <button
        type="button"
        onClick={onPress}
        className="inline-flex min-h-8 items-center gap-1 rounded-sm hover:text-ink pointer-coarse:min-h-11"
      >
        {label}
        {desc !== undefined && <Arrow aria-hidden size={12} />}
      </button>
    </th>
  );
}
