import type { Arrangement } from "@/lib/schemas/saved-view";
import type { ListedPlan } from "./plan-list";
import type { Column } from "./types";

type Sort = Arrangement["sort"];

type PlanColumn = Column & {
  /** The order of its first press. */
  readonly firstDesc: boolean;
  /** Null stands last in either order. */
  readonly sortedBy: (plan: ListedPlan) => string | number | null;
  readonly isAmount: boolean;
};

const answered =
  (of: "total" | "perMillionTokens" | "lead"): PlanColumn["sortedBy"] =>
  ({ answer }) =>
    answer.found ? answer[of].sort : null;

/** The columns of the list of plans, and what each is sorted by. */
export const planColumns: readonly PlanColumn[] = [
  column("name", "Plan", ({ name }) => name.toLowerCase()),
  column("cheapest", "Cheapest option", ({ answer }) =>
    answer.found ? answer.cheapest.name.toLowerCase() : null,
  ),
  { ...column("total", "Total, paid", answered("total"), true), isAmount: true },
  {
    ...column("perMillionTokens", "Per million tokens", answered("perMillionTokens"), true),
    isAmount: true,
  },
  column("lead", "Leads for good", answered("lead")),
  column("updatedAt", "Changed", ({ updatedAt }) => updatedAt, true),
];

function column(
  id: string,
  label: string,
  sortedBy: PlanColumn["sortedBy"],
  firstDesc = false,
): PlanColumn {
  return { id, label, align: "left", sortedBy, firstDesc, isAmount: false };
}

const compared = (a: string | number, b: string | number) => (a === b ? 0 : a > b ? 1 : -1);

const currencyOf = ({ answer }: ListedPlan) => (answer.found ? answer.currency : "");

/** Plans that are equal in all columns of the sort keep the order they come in. */
export function sortedPlans(plans: readonly ListedPlan[], sort: Sort): readonly ListedPlan[] {
  const steps = sort.flatMap(({ id, desc }) => {
    const column = planColumns.find((one) => one.id === id);
    return column ? [{ column, sign: desc ? -1 : 1 }] : [];
  });
  const inOrder = (a: ListedPlan, b: ListedPlan): number => {
    for (const { column, sign } of steps) {
      const [one, other] = [column.sortedBy(a), column.sortedBy(b)];
      if (one === null && other === null) continue;
      if (one === null || other === null) return one === null ? 1 : -1;
      // Amounts in one currency stand together: dollars and euros have no order between them.
      const currencies = column.isAmount ? compared(currencyOf(a), currencyOf(b)) : 0;
      const order = currencies || compared(one, other);
      if (order !== 0) return order * sign;
    }
    return 0;
  };
  return plans.toSorted(inOrder);
}

/** The sort after a press on a column's head; with `adds` it comes after those that are there. */
export function pressedSort(sort: Sort, id: string, adds: boolean): Sort {
  const held = sort.find((one) => one.id === id);
  const desc = held
    ? !held.desc
    : (planColumns.find((column) => column.id === id)?.firstDesc ?? false);
  if (!adds) return [{ id, desc }];
  return held ? sort.map((one) => (one.id === id ? { id, desc } : one)) : [...sort, { id, desc }];
}
