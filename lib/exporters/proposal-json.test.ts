import { expect, it } from "vitest";
import { checkPlanFile } from "@/lib/schemas/check";
import { examplePlan } from "@/lib/views/testing/example";
import { proposalJson } from "./proposal-json";
import { draftSource } from "./testing/hostile-proposal";

const source = draftSource({ plan: examplePlan("claims-assistant") });
const content = JSON.parse(new TextDecoder().decode(proposalJson(source)));

it("has the results as the engine gave them, and the plan as a file that imports", () => {
  expect(content.results).toEqual(JSON.parse(JSON.stringify(source.projection)));
  expect(checkPlanFile(content.planFile)).toMatchObject({ ok: true, value: { plan: source.plan } });
});

it("has every table with its numbers as they are and as they read", () => {
  const table = content.tables.find(({ id }: { id: string }) => id === "cash-by-year");
  expect(table.columns.at(-1)).toMatchObject({ label: "60 months", unit: "USD" });
  const [row] = table.rows;
  const total = row.cells.at(-1);
  const option = source.projection.options.find(({ optionId }) => optionId === row.id);
  expect(total.value).toBe(option?.summary.cash);
  expect(total.text).toMatch(/^[\d,]+$/);
});

it("says which issue it is, or that it is none", () => {
  expect(content.issued).toBeNull();
  const issued = { date: "20 Nov 2026", snapshot: "7f3a 91c2", versions: "engine 1.0" };
  const bytes = proposalJson({ ...source, document: { ...source.document, issued } });
  expect(JSON.parse(new TextDecoder().decode(bytes)).issued).toEqual(issued);
});
