import { expect, it } from "vitest";
import { readOrders, readSort, writeOrders, writeSort } from "./arrangement-address";

it("writes an order into the address and reads it back", () => {
  const sort = [
    { id: "cloud-h200.inference", desc: true },
    { id: "month", desc: false },
  ];
  expect(writeSort(sort)).toBe("-cloud-h200.inference,month");
  expect(readSort(writeSort(sort))).toEqual(sort);
});

it("reads nonsense as no order", () => {
  for (const text of ["", ",", "-", "-,,-"]) expect(readSort(text)).toEqual([]);
});

it("keeps the orders of several tables apart", () => {
  const orders = { "cumulative-cost": "-api", "token-cost": "month" };
  expect(writeOrders(orders)).toBe("cumulative-cost:-api;token-cost:month");
  expect(readOrders(writeOrders(orders))).toEqual(orders);
  expect(writeOrders({ ...orders, "token-cost": "" })).toBe("cumulative-cost:-api");
  expect(readOrders(";:;x;:y;z:")).toEqual({});
});
