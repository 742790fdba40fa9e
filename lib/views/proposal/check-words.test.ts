import { expect, it } from "vitest";
import type { IssueCheck } from "@/lib/schemas/issue-check";
import { textsOf } from "../testing/example";
import { checkView } from "./check-words";

const good: IssueCheck = {
  ...{ isHashRight: true, engineThen: "1.0", engineNow: "1.1", differences: [], count: 0 },
};
const names = { options: [{ id: "own", name: "On-premises" }], workloads: [] };

it("says that nothing differs, and by which engine", () => {
  expect(checkView(good, names)).toMatchObject({
    isGood: true,
    figures: "Same figures, to the last digit, by engine 1.1.",
    table: null,
  });
});

it("lists what differs by name, as issued and computed again, and how many more there are", () => {
  const differences = [
    { path: ["options", "own", "summary", "netPresentCost"], issued: 1.25, again: 1.5 },
    { path: ["options", "own", "cash", "all", "0"], issued: null, again: 3 },
  ];
  const view = checkView({ ...good, differences, count: 7 }, names);
  expect(view).toMatchObject({
    isGood: false,
    figures: expect.stringMatching(/^7 figures differ/),
  });
  const texts = textsOf(view.table);
  for (const words of [
    ...["The first 2 of 7 figures that differ", "On-premises, summary, net present cost"],
    ...["1.25", "1.5", "On-premises, cash, all, month 1", "none"],
  ])
    expect(texts).toContain(words);
});

it("does not trust a snapshot whose hash is another", () => {
  const { isGood, hash } = checkView({ ...good, isHashRight: false }, names);
  expect([isGood, hash]).toEqual([
    false,
    expect.stringContaining("not that of the stored snapshot"),
  ]);
});
