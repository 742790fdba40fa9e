import { describe, expect, it } from "vitest";
import { explain } from "./explain";
import { openedFigure } from "./opened-figure";
import { examplePlan, resultsOf } from "./testing/example";

const claims = examplePlan("claims-assistant");
const results = resultsOf(claims);

function amount(text: string | undefined): number {
  return Number((text ?? "").replaceAll(",", "").replace("\u2212", "-"));
}

describe("explain", () => {
  it.each(["cash", "accrual", "netPresentCost", "costPerMillionTokens"] as const)(
    "opens %s into lines that sum to it",
    (measure) => {
      for (const { id } of claims.options) {
        const explanation = explain(results, { optionId: id, measure });
        const sum = explanation?.lines.reduce((total, line) => total + amount(line.amount), 0) ?? 0;
        const total = amount(explanation?.total[1]);
        expect(Math.abs(sum - total)).toBeLessThan((explanation?.lines.length ?? 0) + 1);
        expect(total).toBeGreaterThan(0);
      }
    },
  );

  it("titles a cost per token with its own division", () => {
    const explanation = explain(results, { optionId: "api", measure: "costPerMillionTokens" });
    expect(explanation?.title).toMatch(/^\$0\.\d+ = \$[\d,]+ \/ [\d,.]+B tokens$/);
  });

  it("covers only the months it is asked for", () => {
    const whole = explain(results, { optionId: "api", measure: "cash" });
    const first = explain(results, { optionId: "api", measure: "cash", fromMonth: 0, toMonth: 0 });
    expect(amount(first?.total[1])).toBeLessThan(amount(whole?.total[1]));
    expect(first?.basis).toContain("Month 1, Jan 2027");
  });
});

describe("what the end of the horizon leaves", () => {
  const owned = { optionId: "on-premises", measure: "cash" } as const;
  const held = results.projection.options.find(({ optionId }) => optionId === "on-premises");

  it("stands beside a total of the whole horizon", () => {
    const [book] = explain(results, owned)?.beside?.lines ?? [];
    expect(book?.label).toBe("Remaining book value");
    expect(Math.abs(amount(book?.amount) - (held?.summary.remainingBookValue ?? 0))).toBeLessThan(
      1,
    );
    expect(amount(book?.amount)).toBeGreaterThan(0);
  });

  it("is left out of a part of it, of a discounted total, and where it is counted", () => {
    expect(explain(results, { ...owned, toMonth: 11 })?.beside).toBeUndefined();
    expect(explain(results, { ...owned, measure: "netPresentCost" })?.beside).toBeUndefined();
    const counted = resultsOf({
      ...claims,
      assumptions: { ...claims.assumptions, countRemainingBookValue: true },
    });
    expect(explain(counted, owned)?.beside).toBeUndefined();
  });
});

describe("openedFigure", () => {
  const asked = { planId: "p", basePlan: claims };

  it("opens a line to its inputs with source, date and the place to change them", () => {
    const { line } = openedFigure(results, {
      figure: { optionId: "on-premises", measure: "cash", lineId: "servers.inference" },
      ...asked,
    });
    const price = line?.inputs.find(({ path }) => path === "options.on-premises.quote.serverPrice");
    expect(price).toMatchObject({ evidence: "quoted", value: "284,500 USD/server" });
    expect(price?.href).toBe("/plans/p/options?row=on-premises&field=quote.serverPrice");
    expect(line?.formula).toContain("Servers bought");
  });

  it("says in which months runs are dated", () => {
    const runs = [
      { month: 1, count: 1 },
      { month: 7, count: 2 },
    ];
    const runSchedule = { runs, evidence: "assumed" as const, source: "roadmap" };
    const workloads = claims.workloads.map((row) =>
      row.kind === "training" ? { ...row, runSchedule } : row,
    );
    const tuning = workloads.find(({ kind }) => kind === "training")?.id;
    const dated = { ...claims, workloads };
    const { line } = openedFigure(resultsOf(dated), {
      figure: { optionId: "api", measure: "cash", lineId: "trainingRental.training" },
      planId: "p",
      basePlan: dated,
    });
    const input = line?.inputs.find(({ path }) => path === `workloads.${tuning}.runSchedule`);
    expect(input).toMatchObject({
      label: "Runs by month",
      value: "1 run in month 2, 2 runs in month 8",
      evidence: "assumed",
      source: "roadmap",
    });
  });

  it("marks an input that a scenario or a slider changed", () => {
    const path = "options.on-premises.quote.serverPrice";
    const { line } = openedFigure(resultsOf(claims, { changes: [{ path, value: 300_000 }] }), {
      figure: { optionId: "on-premises", measure: "cash", lineId: "servers.inference" },
      ...asked,
    });
    expect(line?.inputs.find((input) => input.path === path)).toMatchObject({
      value: "300,000 USD/server",
      base: "284,500 USD/server",
      evidence: "assumed",
    });
  });

  it("sets both options' lines side by side for a crossing", () => {
    const { explanation } = openedFigure(results, {
      figure: { optionId: "on-premises", againstId: "cloud", measure: "cash", toMonth: 40 },
      ...asked,
    });
    const columns = [0, 1].map((column) =>
      (explanation?.lines ?? []).reduce((sum, line) => {
        const text = column === 0 ? line.amount : line.second;
        return sum + (text === "none" ? 0 : amount(text));
      }, 0),
    );
    expect(columns[0]).toBeCloseTo(amount(explanation?.total[1]), -2);
    expect(columns[1]).toBeCloseTo(amount(explanation?.total[2]), -2);
  });

  it("is empty for an option that is not complete", () => {
    const path = "options.cloud.rate";
    const unpriced = structuredClone(claims);
    for (const option of unpriced.options) {
      if (option.kind === "cloud") option.rate.value = null;
    }
    const figure = { optionId: "cloud", measure: "cash" as const, lineId: "rental.inference" };
    expect(openedFigure(resultsOf(unpriced), { figure, ...asked }), path).toEqual({
      explanation: null,
      line: null,
    });
  });
});
