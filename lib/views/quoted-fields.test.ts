import { expect, it } from "vitest";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testLine } from "@/lib/testing/quote";
import { quotedPreview } from "./quoted-fields";

const base = testPlan();
const plan = {
  currency: base.currency,
  exchangeRates: [],
  options: base.options.filter((option) => option.kind === "on-premises"),
};
const leftOutOf = (...lines: Parameters<typeof testLine>[0][]) =>
  quotedPreview(plan, "onprem", {
    ...{ currency: "USD", servers: 4 },
    content: testContent({ lines: [testLine({}), ...lines.map(testLine)] }),
  })?.leftOut;

it("leaves out no line of no kind that is paid once", () => {
  const rails = { category: "other", description: "Rail kit and PDU", unitPrice: "2900" } as const;
  expect(leftOutOf(rails)).toBeNull();
});

it("says of lines left out why, of those paid once and of those paid again", () => {
  const portal = { category: "software", description: "Portal", recurrence: "yearly" } as const;
  const training = { category: "service", description: "Training" } as const;
  expect(leftOutOf(portal)).toBe(
    "1 line left out (Portal): the option has figures of its own for software and what else recurs.",
  );
  expect(leftOutOf(training)).toBe(
    "1 line paid once left out (Training): the option has software and support by the year, and no figure for a service. Its cost is without them.",
  );
  expect(leftOutOf(portal, training)).toContain("recurs. 1 line paid once left out (Training)");
});
