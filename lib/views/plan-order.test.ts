import { describe, expect, it } from "vitest";
import type { ListedPlan } from "./plan-list";
import { planColumns, pressedSort, sortedPlans } from "./plan-order";

type Told = { readonly total?: number; readonly currency?: string; readonly cheapest?: string };

function listed(
  name: string,
  { total, currency = "USD", cheapest = "API" }: Told = {},
): ListedPlan {
  const cell = { text: "", sort: total ?? null };
  return {
    id: name,
    name,
    version: 1,
    archived: false,
    updatedAt: "2027-01-01T00:00:00.000Z",
    workloads: 1,
    options: 1,
    answer:
      total === undefined
        ? { found: false, lack: { tone: "plain", text: "No option", detail: "" } }
        : {
            found: true,
            currency,
            cheapest: { kind: "api", name: cheapest },
            total: cell,
            perMillionTokens: cell,
            lead: { ...cell, sort: null },
            lack: null,
          },
  } as ListedPlan;
}

const namesBy = (plans: readonly ListedPlan[], ...sort: readonly (readonly [string, boolean])[]) =>
  sortedPlans(
    plans,
    sort.map(([id, desc]) => ({ id, desc })),
  )
    .map(({ name }) => name)
    .join(" ");

describe("sortedPlans", () => {
  it("sorts names without regard to capitals", () => {
    expect(namesBy([listed("b"), listed("C"), listed("a")], ["name", false])).toBe("a b C");
    expect(namesBy([listed("b"), listed("C"), listed("a")], ["name", true])).toBe("C b a");
  });

  it("keeps plans without an answer last in either order", () => {
    const plans = [listed("none"), listed("dear", { total: 9 }), listed("cheap", { total: 1 })];
    expect(namesBy(plans, ["total", false])).toBe("cheap dear none");
    expect(namesBy(plans, ["total", true])).toBe("dear cheap none");
    expect(namesBy(plans, ["cheapest", true])).toBe("dear cheap none");
  });

  it("keeps amounts in one currency together", () => {
    const plans = [
      listed("dollar9", { total: 9 }),
      listed("euro5", { total: 5, currency: "EUR" }),
      listed("dollar1", { total: 1 }),
    ];
    expect(namesBy(plans, ["total", false])).toBe("euro5 dollar1 dollar9");
    expect(namesBy(plans, ["total", true])).toBe("dollar9 dollar1 euro5");
  });

  it("goes on to the next column where the first is equal, and leaves the rest as it came", () => {
    const plans = [
      listed("b", { total: 1 }),
      listed("z", { total: 2 }),
      listed("a", { total: 1 }),
      listed("y", { total: 2 }),
    ];
    expect(namesBy(plans, ["total", true], ["name", false])).toBe("y z a b");
    expect(namesBy(plans, ["total", true])).toBe("z y b a");
    expect(namesBy(plans, ["unknown", true])).toBe("b z a y");
  });
});

describe("pressedSort", () => {
  it("begins with each column's own order and turns it with the next press", () => {
    const first = (id: string) => pressedSort([], id, false)[0]?.desc;
    expect(planColumns.filter(({ id }) => first(id)).map(({ id }) => id)).toEqual([
      "total",
      "perMillionTokens",
      "updatedAt",
    ]);
    expect(pressedSort([{ id: "name", desc: false }], "name", false)).toEqual([
      { id: "name", desc: true },
    ]);
  });

  it("takes the place of other columns, or comes after them", () => {
    const sort = [{ id: "name", desc: false }];
    expect(pressedSort(sort, "lead", false)).toEqual([{ id: "lead", desc: false }]);
    expect(pressedSort(sort, "lead", true)).toEqual([...sort, { id: "lead", desc: false }]);
    expect(pressedSort([...sort, { id: "lead", desc: false }], "name", true)).toEqual([
      { id: "name", desc: true },
      { id: "lead", desc: false },
    ]);
  });
});
