import { describe, expect, it } from "vitest";
import { project } from "@/lib/engine/index";
import { checkPlan } from "@/lib/schemas/check";
import { figuresOf } from "@/lib/schemas/paths";
import { starterPlan } from "./starter-plan";
import { templateIds } from "./templates";

const made = (templateId: (typeof templateIds)[number]) =>
  starterPlan({ templateId, name: "Next year", startMonth: "2027-01" });

describe.each(templateIds)("template %s", (templateId) => {
  const plan = made(templateId);

  it("makes a plan that the checks pass", () => {
    expect(checkPlan(plan)).toEqual({ ok: true, value: plan });
  });

  it("leaves nothing unpriced", () => {
    const bare = figuresOf(plan).filter(({ figure }) => figure.value === null);
    expect(bare).toEqual([]);
  });

  it("says where each figure is from, or that it is assumed", () => {
    for (const { path, figure } of figuresOf(plan)) {
      if (figure.evidence !== "assumed") expect([path, figure.source]).not.toContain(undefined);
      if (figure.evidence !== "assumed") expect([path, figure.date]).not.toContain(undefined);
    }
  });

  it("hands out a copy each time", () => {
    expect(made(templateId)).toEqual(plan);
    expect(made(templateId).workloads).not.toBe(plan.workloads);
  });
});

describe.each(templateIds.filter((id) => id !== "blank"))("template %s", (templateId) => {
  it("is complete and ranked for all three options at once", () => {
    const projection = project(made(templateId));
    expect(projection.options.map(({ status }) => status)).toEqual([
      "complete",
      "complete",
      "complete",
    ]);
    expect(projection.ranking.toSorted()).toEqual(["api", "cloud", "on-premises"]);
  });

  it("compares one model by API and on own accelerators", () => {
    const plan = made(templateId);
    const served = plan.options.flatMap((option) =>
      option.kind === "api" || option.kind === "portfolio"
        ? []
        : option.throughput.map(({ modelName }) => modelName),
    );
    const asked = plan.workloads.map(({ modelName }) => modelName);
    expect(new Set([...served, ...asked]).size).toBe(1);
  });
});

it("gives a blank plan assumptions alone", () => {
  const plan = made("blank");
  expect([plan.workloads, plan.options, plan.scenarios]).toEqual([[], [], []]);
});
