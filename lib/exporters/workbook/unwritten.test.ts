import { describe, expect, it } from "vitest";
import { project } from "@/lib/engine";
import {
  api,
  assumed,
  edge,
  inference,
  onPremises,
  planOf,
  portfolio,
} from "@/lib/engine/testing/plans";
import { planBook } from "./plan-book";
import { planWorkbook } from "./plan-workbook";

const workload = inference({ requestsPerMonth: assumed(1000) });
const tax = { taxRateFraction: assumed(0.2), taxDepreciation: "macrs5" as const };

describe("a workbook names the options that it leaves out", () => {
  it("none where every option has its sheet", () => {
    const plan = planOf({ workloads: [workload], options: [api()] });
    const { sheets, unwritten } = planWorkbook(plan, project(plan));
    expect(unwritten).toEqual([]);
    expect(sheets.map(({ name }) => name)).toEqual([
      ...["Inputs", "Demand and prices", "API workings"],
    ]);
  });

  it("one that the plan has no answer for", () => {
    const options = [api({ id: "priced" }), api({ outputPrice: assumed(null) })];
    const plan = planOf({ workloads: [workload], options });
    const { options: written, unwritten } = planWorkbook(plan, project(plan));
    expect(written.map(({ optionId }) => optionId)).toEqual(["priced"]);
    expect(unwritten).toEqual([{ optionId: "api", kind: "notComplete", status: "incomplete" }]);
  });

  it("on its first sheet, in words, and no cell of the file is an error for want of a figure", () => {
    const options = [api({ name: "Unpriced", outputPrice: assumed(null) })];
    const plan = planOf({ workloads: [workload], options });
    const { sheets } = planBook(plan, project(plan), { title: "Proposal", lines: [] });
    expect(sheets.map(({ name }) => name)).toEqual(["Summary", "Inputs"]);
    const row = sheets[0]?.rows.find(({ cells }) => cells[0] === "Unpriced");
    expect(row?.cells[1]).toMatch(/Unpriced is not ranked: .*output price/i);
  });

  it("no portfolio, no devices, no estate, and no servers that tax depreciates by MACRS", () => {
    const group = { servers: assumed(1), ageMonths: assumed(12), bookValue: assumed(0) };
    const parts = { firstOptionId: "own", secondOptionId: "api" };
    const options = [
      api(),
      onPremises(),
      portfolio({ ...parts, id: "mixed", mode: "base-and-burst" }),
      portfolio({ ...parts, id: "staged", mode: "staged" }),
      portfolio({ ...parts, id: "shared", mode: "by-share", requestsFraction: assumed(0.1) }),
      edge({ devices: assumed(10) }),
      onPremises({ id: "estate", owned: group, furtherOwned: [{ id: "older", ...group }] }),
    ];
    const plan = planOf({ workloads: [workload], options, assumptions: tax });
    const { options: written, unwritten } = planWorkbook(plan, project(plan));
    expect(unwritten).toEqual([]);
    expect(written.map(({ optionId }) => optionId)).toEqual(options.map(({ id }) => id));
  });

  it("one whose result reads an input that no cell names", () => {
    const path = "options.api.cacheWriteFraction";
    const row = api({ outputPrice: assumed(8), cacheWriteFraction: assumed(0.5) });
    const plan = planOf({ workloads: [workload], options: [row] });
    const projection = project(plan);
    expect(planWorkbook(plan, projection).unwritten).toEqual([]);
    const options = projection.options.map((option) => ({
      ...option,
      lines: option.lines.map((line) => ({ ...line, inputs: [...line.inputs, path] })),
    }));
    expect(planWorkbook(plan, { ...projection, options })).toMatchObject({
      options: [],
      unwritten: [{ optionId: "api", kind: "inputsNotNamed", paths: [path] }],
    });
  });
});
