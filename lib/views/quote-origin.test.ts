import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/schemas/plan";
import { testContent, testLine } from "@/lib/testing/quote";
import { openedFigure } from "./opened-figure";
import { quoteOrigin } from "./quote-origin";
import { examplePlan, resultsOf } from "./testing/example";

const plan = examplePlan("claims-assistant");
const quoteId = "0b7e2b0e-7a53-4b8e-9d10-6f0a4f5a9c01";

/** The plan, with the server price as the second revision of a quote has it. */
const quotedPlan = (source: string): Plan => ({
  ...plan,
  options: plan.options.map((option) =>
    option.kind === "on-premises"
      ? {
          ...option,
          quote: { ...option.quote, serverPrice: { ...option.quote.serverPrice, source } },
          quoteUsed: { quoteId, revision: 2, servers: 4 },
        }
      : option,
  ),
});

function priceOf(source: string) {
  const asked = quotedPlan(source);
  const { line } = openedFigure(resultsOf(asked), {
    figure: { optionId: "on-premises", measure: "cash", lineId: "servers.inference" },
    ...{ planId: "p", basePlan: asked },
  });
  return line?.inputs.find(({ path }) => path === "options.on-premises.quote.serverPrice");
}

describe("the trace of a figure to its quote", () => {
  it("leads from an input to the revision that it came from, and to its lines there", () => {
    expect(priceOf("Fennmark Q-2291 rev 2")?.quoteHref).toBe(
      `/quotes/${quoteId}?revision=2&figure=serverPrice`,
    );
    expect(priceOf("Own entry, where Fennmark Q-2291 rev 2 says 1 USD")?.quoteHref).toContain(
      "revision=2",
    );
  });

  it("leads nowhere where another source says the figure", () => {
    expect(priceOf("A call with the supplier")?.quoteHref).toBeUndefined();
    expect(priceOf("Fennmark Q-2291 rev 12")?.quoteHref).toBeUndefined();
  });

  it("names the lines and terms that make the figure", () => {
    expect(quoteOrigin(testContent(), "serverPrice")).toEqual({
      text: "The option’s server price comes from line 1, with the quote’s freight, marked below.",
      ...{ lines: [1], terms: ["freight"] },
    });
    const lines = ["1", "2", "3"].map((quantity) => testLine({ quantity }));
    const [, network] = testContent().lines;
    const many = testContent({ lines: [...lines, ...(network ? [network] : []), testLine({})] });
    expect(quoteOrigin(many, "serverPrice").text).toContain("lines 1 to 3, 5");
    expect(quoteOrigin(testContent({ leadTimeWeeks: null }), "leadTimeMonths").text).toBe(
      "The option’s lead time is not in what this revision says.",
    );
  });
});
