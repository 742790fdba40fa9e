"use client";

import type { SortingState } from "@tanstack/react-table";
import { TableTools } from "@/components/tables/table-tools";
import { useArrangement } from "@/components/tables/use-arrangement";
import { Segmented } from "@/components/ui/segmented";
import { counted } from "@/lib/format";
import type { ListedPlan } from "@/lib/views/plan-list";
import { PlansTable, type PlansTableProps, planColumns } from "./plans-table";

const handful = 7;
const shows = ["current", "archived"] as const;
const newestFirst: SortingState = [{ id: "updatedAt", desc: true }];

export type PlansListProps = Omit<PlansTableProps, "sorting" | "onSortingChange" | "hidden">;

/** What is shown, found, sorted and hidden stands in the address. */
export function PlansList({ plans, ...table }: PlansListProps) {
  const state = useArrangement();
  const { arrangement, arrange } = state;
  const show = arrangement.show === "archived" ? "archived" : "current";
  const archived = plans.filter((plan) => plan.archived);
  const inView = show === "archived" ? archived : plans.filter((plan) => !plan.archived);
  const found = inView.filter((plan) => matches(plan, arrangement.find));
  const sorting = arrangement.sort.filter(({ id }) => planColumns.some((one) => one.id === id));

  return (
    <section aria-label="Plans" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 empty:hidden">
        {(archived.length > 0 || show === "archived") && (
          <Segmented
            label="Which plans"
            value={show}
            onValueChange={(next) => arrange({ show: next })}
            options={[
              { value: "current", label: `Current ${plans.length - archived.length}` },
              { value: "archived", label: `Archived ${archived.length}` },
            ]}
          />
        )}
        <TableTools
          tableId="plans"
          columns={planColumns}
          state={state}
          findLabel="Find a plan"
          canFind={inView.length > handful || arrangement.find !== ""}
          canReorder={false}
        />
      </div>
      {found.length > 0 ? (
        <>
          <PlansTable
            {...table}
            plans={found}
            hidden={arrangement.hidden}
            sorting={sorting.length > 0 ? sorting : newestFirst}
            onSortingChange={(sort) => arrange({ sort })}
          />
          <p className="text-ink-3 text-xs">{counted(found.length, "plan")}</p>
        </>
      ) : (
        <NoneFound find={arrangement.find} show={show} onChange={arrange} />
      )}
    </section>
  );
}

const matches = ({ name }: ListedPlan, find: string) =>
  name.toLowerCase().includes(find.trim().toLowerCase());

function NoneFound({
  find,
  show,
  onChange,
}: {
  find: string;
  show: (typeof shows)[number];
  onChange: (change: { find?: string; show?: (typeof shows)[number] }) => void;
}) {
  const [text, mend, change] =
    find !== ""
      ? [`No plan has “${find}” in its name.`, "Clear it", { find: "" }]
      : show === "archived"
        ? ["No plan is archived.", "Show current plans", { show: "current" as const }]
        : ["Every plan is archived.", "Show archived plans", { show: "archived" as const }];
  return (
    <p className="py-7 text-center text-ink-2 text-sm">
      {text}{" "}
      <button type="button" className="link min-h-6" onClick={() => onChange(change)}>
        {mend}
      </button>
    </p>
  );
}
