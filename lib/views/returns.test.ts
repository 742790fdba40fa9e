import { describe, expect, it } from "vitest";
import { optionReturn } from "@/lib/engine";
import { openedFigure } from "./opened-figure";
import { returnsView } from "./returns";
import { examplePlan, resultsOf } from "./testing/example";

const claims = resultsOf(examplePlan("claims-assistant"));
const { baselineOptionId } = claims.projection;

function amount(text: string | undefined): number {
  return Number((text ?? "").replaceAll(",", "").replace("\u2212", "-"));
}

describe("returnsView", () => {
  const view = returnsView(claims);

  it("says baseline, horizon, cash and rate, and has every other option once", () => {
    expect(view?.title).toMatch(/^Own H200 servers save \$.* against .*, discounted$/);
    expect(view?.basis).toMatch(/cash as paid, inside 60 months\. .*discounted at 8% a year/);
    const others = claims.projection.ranking.filter((id) => id !== baselineOptionId);
    expect(view?.table.rows.map(({ id }) => id).toSorted()).toEqual(others.toSorted());
    expect(view?.sentences).toHaveLength(others.length);
  });

  it("agrees with the engine, and opens each figure into the cash of both", () => {
    for (const { id, cells } of view?.table.rows ?? []) {
      const answer = optionReturn(claims.plan, claims.projection, id, baselineOptionId ?? "");
      const advantage = answer?.netPresentAdvantage ?? Number.NaN;
      expect(cells[1]?.sort).toBe(advantage);
      const shown = cells.flatMap(({ opens }) => opens ?? []);
      expect(shown.length).toBeGreaterThanOrEqual(4);
      for (const figure of shown) {
        const { explanation } = openedFigure(claims, {
          figure,
          planId: "p",
          basePlan: claims.plan,
        });
        const [, own, baseline] = explanation?.total ?? [];
        const lines = explanation?.lines ?? [];
        const sums = [lines.map((line) => line.amount), lines.map((line) => line.second)].map(
          (texts) =>
            texts.filter((text) => text !== "none").reduce((sum, text) => sum + amount(text), 0),
        );
        expect(Math.abs((sums[0] ?? 0) - amount(own))).toBeLessThan(lines.length + 1);
        expect(Math.abs((sums[1] ?? 0) - amount(baseline))).toBeLessThan(lines.length + 1);
        if (figure.measure === "netPresentCost" && figure.toMonth === undefined) {
          expect(Math.abs(amount(baseline) - amount(own) - advantage)).toBeLessThan(2);
        }
      }
    }
  });

  it("is nothing without two options that can be compared", () => {
    const { plan } = claims;
    const alone = { ...plan, options: plan.options.filter(({ kind }) => kind === "api") };
    expect(returnsView(resultsOf(alone))).toBeNull();
  });

  it("says when nothing comes back", () => {
    const dear = resultsOf(claims.plan, {
      changes: [{ path: "options.on-premises.quote.serverPrice", value: 50_000_000 }],
    });
    const row = returnsView(dear)?.table.rows.find(({ id }) => id === "on-premises");
    expect(row?.cells[4]?.text).toBe("never");
  });
});
