import { expect, it } from "vitest";
import { mergeDraft, withField } from "./organization-draft";

const base = { name: "Halden", currency: "EUR", powerPrice: { value: 0.1, evidence: "list" } };

it("lets both win where they changed different fields, and where they removed one", () => {
  const mine = withField(base, "currency", undefined);
  const theirs = { ...base, name: "Halden Mutual", startMonth: "2027-04" };
  expect(mergeDraft(base, mine, theirs)).toEqual({
    draft: { name: "Halden Mutual", startMonth: "2027-04", powerPrice: base.powerPrice },
    clashes: {},
  });
});

it("asks about a field that both changed, keeps mine, and takes a figure as one field", () => {
  const mine = { ...base, name: "A", powerPrice: { value: 0.2, evidence: "list" } };
  const theirs = { ...base, name: "B", powerPrice: { value: 0.1, evidence: "quoted" } };
  expect(mergeDraft(base, mine, theirs)).toEqual({
    draft: mine,
    clashes: { name: "B", powerPrice: theirs.powerPrice },
  });
});

it("does not ask where both changed it to the same", () => {
  const both = { ...base, currency: "CHF" };
  expect(mergeDraft(base, both, { ...both })).toEqual({ draft: both, clashes: {} });
});
