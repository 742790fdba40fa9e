import { expect, it } from "vitest";
import { readSort, writeSort } from "./arrangement-address";

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
