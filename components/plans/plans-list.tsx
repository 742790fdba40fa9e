"use client";

import { Search } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { Segmented } from "@/components/ui/segmented";
import { TextInput } from "@/components/ui/text-input";
import { counted } from "@/lib/format";
import type { ListedPlan } from "@/lib/views/plan-list";
import { PlansTable, type PlansTableProps } from "./plans-table";

const handful = 7;
const shows = ["current", "archived"] as const;
const sorts = ["name", "cheapest", "total", "perMillionTokens", "lead", "updatedAt"] as const;

const address = {
  show: parseAsStringLiteral(shows).withDefault("current"),
  find: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(sorts).withDefault("updatedAt"),
  order: parseAsStringLiteral(["asc", "desc"] as const).withDefault("desc"),
};

export type PlansListProps = Omit<PlansTableProps, "sorting" | "onSortingChange">;

/** What is shown, found and sorted stands in the address. */
export function PlansList({ plans, ...table }: PlansListProps) {
  const [view, setView] = useQueryStates(address, { history: "replace" });
  const archived = plans.filter((plan) => plan.archived);
  const inView = view.show === "archived" ? archived : plans.filter((plan) => !plan.archived);
  const found = inView.filter((plan) => matches(plan, view.find));

  return (
    <section aria-label="Plans" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3 empty:hidden">
        {(archived.length > 0 || view.show === "archived") && (
          <Segmented
            label="Which plans"
            value={view.show}
            onValueChange={(show) => setView({ show })}
            options={[
              { value: "current", label: `Current ${plans.length - archived.length}` },
              { value: "archived", label: `Archived ${archived.length}` },
            ]}
          />
        )}
        {(inView.length > handful || view.find !== "") && (
          <TextInput
            type="search"
            aria-label="Find a plan"
            placeholder="Find a plan"
            value={view.find}
            onChange={(event) => setView({ find: event.target.value || null })}
            unit={<Search aria-hidden size={14} />}
            className="w-64 max-sm:w-full"
          />
        )}
      </div>
      {found.length > 0 ? (
        <>
          <PlansTable
            {...table}
            plans={found}
            sorting={[{ id: view.sort, desc: view.order === "desc" }]}
            onSortingChange={([first]) =>
              first &&
              setView({
                sort: sorts.find((sort) => sort === first.id) ?? null,
                order: first.desc ? "desc" : "asc",
              })
            }
          />
          <p className="text-ink-3 text-xs">{counted(found.length, "plan")}</p>
        </>
      ) : (
        <NoneFound find={view.find} show={view.show} onChange={setView} />
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
  onChange: (view: { find?: null; show?: (typeof shows)[number] }) => void;
}) {
  const [text, mend, change] =
    find !== ""
      ? [`No plan has “${find}” in its name.`, "Clear it", { find: null }]
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
