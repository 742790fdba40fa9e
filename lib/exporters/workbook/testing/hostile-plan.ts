import type { Plan } from "@/lib/schemas/plan";
import { examplePlan } from "@/lib/views/testing/example";

/** What a spreadsheet would compute, run or call, if it took a text for a formula. */
export const hostileTexts = [
  "=1+1",
  "+cmd|' /C calc'!A0",
  "@SUM(1,1)",
  "-2+3",
  '=HYPERLINK("http://a.example","b")',
] as const;

/** What could take another sheet's name, or is no name of a sheet. */
const oddNames = [
  "Inputs",
  "Summary",
  "History",
  'a\'b<c>&"d"',
  "[x]:*?/\\ a name far longer than a sheet's may be",
  "[x]:*?/\\ a name far longer than another sheet's may be",
  "\u{1F600}".repeat(20),
] as const;

/** A plan in which everything that people type could be taken for something else. */
export function hostilePlan(): Plan {
  const plan = examplePlan("claims-assistant");
  const [api] = plan.options;
  if (!api) throw new Error("The example has no options.");
  const names = [...hostileTexts, ...oddNames];
  const { discountRatePerYearFraction: rate } = plan.assumptions;
  return {
    ...plan,
    name: "=2+2",
    horizonMonths: 12,
    workloads: plan.workloads.map((row, index) => ({ ...row, name: names[index] ?? "=3" })),
    options: names.map((name, index) => ({ ...api, name, id: `api-${index}` })),
    assumptions: {
      ...plan.assumptions,
      discountRatePerYearFraction: { ...rate, source: "=3+3", note: "@now" },
    },
  };
}
