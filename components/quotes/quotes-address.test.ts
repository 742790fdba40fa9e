import { expect, it } from "vitest";
import { quotesAsked } from "./quotes-address";

const today = "2026-11-28";
const plain = {
  ...{ show: "all", find: "", status: null, supplierId: null },
  ...{ order: null, page: 1, today },
};

it("says which quotes an address asks for", () => {
  const supplier = "0b5fbf4a-6d55-4f30-8f5c-0d5ff64a3b52";
  const search = { show: "open", find: "h200", status: "received", supplier, sort: "-total,lead" };
  expect(quotesAsked({ ...search, page: "3" }, today)).toEqual({
    ...{ show: "open", find: "h200", status: "received", supplierId: supplier },
    ...{ order: { by: "total", desc: true }, page: 3, today },
  });
  expect(quotesAsked({}, today)).toEqual(plain);
});

it("takes what an address says wrongly for unsaid", () => {
  const wrong = {
    show: "constructor",
    status: "expired",
    supplier: "x",
    sort: "-drop",
    page: "-1",
  };
  expect(quotesAsked(wrong, today)).toEqual(plain);
  expect(quotesAsked({ page: "0x10", find: ["a", "b"] }, today)).toEqual(plain);
});
