import { describe, expect, it } from "vitest";
import { answerOf } from "./answer";
import { examplePlan, resultsOf } from "./testing/example";

const claims = examplePlan("claims-assistant");

describe("answerOf", () => {
  it("names the cheapest option, the horizon, the basis and the saving", () => {
    const answer = answerOf(resultsOf(claims));
    expect(answer?.headline).toMatch(
      /^Own H200 servers cost least over 60 months: \$\d\.\d\dM paid, \$\d\.\d\dM less than Cloud H200\.$/,
    );
    expect(answer?.detail).toMatch(/^They lead for good from month \d+; until then/);
  });

  it("shows the total, the cost of a million tokens, the present cost with its rate, and the price to walk away at", () => {
    const figures = answerOf(resultsOf(claims))?.figures ?? [];
    expect(figures.map(({ id }) => id)).toEqual([
      "total",
      "perMillionTokens",
      "netPresentCost",
      "walkAwayPrice",
    ]);
    expect(figures[2]?.label).toBe("Net present cost, 8%");
    expect(figures.every(({ opens }) => opens !== undefined)).toBe(true);
  });

  it("says when only discounting makes the best option the best", () => {
    const results = resultsOf(claims);
    const [best] = results.projection.ranking;
    const turned = {
      ...results,
      projection: {
        ...results.projection,
        options: results.projection.options.map((option) =>
          option.optionId === best
            ? { ...option, summary: { ...option.summary, cash: option.summary.cash * 10 } }
            : option,
        ),
      },
    };
    expect(answerOf(turned)?.headline).toContain("when discounted at 8%");
  });

  it("falls back to the next best option where nothing is bought", () => {
    const rented = {
      ...claims,
      options: claims.options.filter(({ kind }) => kind !== "on-premises"),
    };
    const figures = answerOf(resultsOf(rented))?.figures ?? [];
    expect(figures.at(-1)).toMatchObject({ id: "nextBest" });
    expect(figures.at(-1)?.value).toMatch(/^\+\$/);
  });

  it("says which options the least leaves out", () => {
    const [api, ...rest] = claims.options;
    if (api?.kind !== "api") throw new Error("the example begins with a managed API");
    const unpriced = { ...api, outputPrice: { ...api.outputPrice, value: null } };
    const plan = { ...claims, options: [unpriced, ...rest] };
    expect(answerOf(resultsOf(plan))?.detail).toMatch(/\. Managed API is not ranked\.$/);
    expect(answerOf(resultsOf(claims))?.detail).not.toContain("ranked");
  });

  it("compares nothing where there is one option, and is silent where there is none", () => {
    const alone = { ...claims, options: claims.options.filter(({ kind }) => kind === "api") };
    expect(answerOf(resultsOf(alone))?.detail).toBe(
      "There is no other complete option to compare it with.",
    );
    expect(answerOf(resultsOf({ ...claims, options: [] }))).toBeNull();
  });
});
