import { figureAt, project, thresholdsOf } from "@/lib/engine";
import { swingsOf } from "@/lib/engine/analysis/swings";
import type { OptionProjection } from "@/lib/engine/types";
import { money, numberFixed } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import {
  analysisInputs,
  isUncertain,
  pricedInputs,
  thresholdSearch,
} from "@/lib/views/analysis-inputs";
import { answerOf } from "@/lib/views/answer";
import { breakEvenTimeline } from "@/lib/views/break-even-months";
import { budgetYears } from "@/lib/views/budget";
import { budgetTable } from "@/lib/views/budget-table";
import { cumulativeCostChart } from "@/lib/views/cumulative-cost";
import { monthlyTable } from "@/lib/views/monthly-table";
import { optionName, optionStyle } from "@/lib/views/names";
import type {
  DocumentBlock,
  DocumentSection,
  ProposalDocument,
  ProseParagraph,
  ProseRun,
} from "@/lib/views/proposal/document";
import { quarterlySpendChart } from "@/lib/views/quarterly-spend";
import { completeOptions, type Results } from "@/lib/views/results";
import { textCell } from "@/lib/views/table";
import { examplePlan } from "@/lib/views/testing/example";
import { tokenCostChart } from "@/lib/views/token-cost";
import { tornadoView } from "@/lib/views/tornado";
import type { Cell, TableView } from "@/lib/views/types";
import { mindView } from "@/lib/views/what-would-change";

const word = (text: string, more: Partial<ProseRun> = {}): ProseRun => ({
  ...{ text, isBold: false, isItalic: false, href: null, figureKey: null },
  ...more,
});

export function paragraph(
  runs: string | readonly ProseRun[],
  style: ProseParagraph["style"] = "plain",
): ProseParagraph {
  return { style, runs: typeof runs === "string" ? [word(runs)] : runs };
}

const prose = (...paragraphs: readonly (string | ProseParagraph)[]): DocumentBlock => ({
  kind: "prose",
  paragraphs: paragraphs.map((one) => (typeof one === "string" ? paragraph(one) : one)),
});

const blocks = (...all: readonly (DocumentBlock | null)[]) => all.filter((one) => one !== null);

/** A proposal made of a plan that ships, by the engine and the views that draw the screen. */
export function sampleProposal(): ProposalDocument {
  const plan = examplePlan("claims-assistant");
  const results: Results = { plan, projection: project(plan), view: "cash" };
  const minds = mindsOf(results);
  return {
    subject: "Claims assistant, 2027 to 2031. For decision by the investment committee",
    title: "Own what runs all day, rent the rest",
    name: "Proposal 3",
    issued: {
      date: "20 Nov 2026",
      snapshot: "7f3a 91c2",
      versions: "engine 1.0, catalog 2026-11",
    },
    house: {
      organizationName: "Halden Mutual",
      accentColour: null,
      logo: null,
      confidentiality: "Confidential",
      footer: "",
    },
    sections: [summary(results, minds), ...inner(results, minds)],
  };
}

function ranked({ projection }: Results): readonly OptionProjection[] {
  const order = new Map(projection.ranking.map((id, place) => [id, place]));
  return completeOptions(projection).toSorted(
    (a, b) => (order.get(a.optionId) ?? 99) - (order.get(b.optionId) ?? 99),
  );
}

function summary(results: Results, minds: readonly string[]): DocumentSection {
  const { plan } = results;
  const [best, next] = ranked(results);
  const answer = answerOf(results);
  const chart = cumulativeCostChart(results);
  const total = best ? money(best.summary.cash, plan.currency) : "unpriced";
  const less = best && next ? money(next.summary.cash - best.summary.cash, plan.currency) : "n/a";
  const names = [best, next].map((one) => (one ? optionName(plan, one.optionId) : "none"));
  return {
    id: "summary",
    title: "Executive summary",
    blocks: blocks(
      {
        kind: "lead",
        paragraphs: [
          paragraph([
            word(`Serving the claims assistant with ${names[0]} costs `),
            word(total, { isBold: true, figureKey: "total" }),
            word(" over five years, ", { isBold: true }),
            word(less, { isBold: true, figureKey: "less" }),
            word(` less than ${names[1]}.`, { isBold: true }),
            word(` ${answer?.detail ?? ""}`),
          ]),
        ],
      },
      { kind: "figures", figures: (answer?.figures ?? []).slice(0, 4) },
      chart && { kind: "chart", chart },
      { kind: "table", title: "Cash by fiscal year", table: cashByYear(results) },
      {
        kind: "columns",
        columns: [
          {
            title: "We ask you to approve",
            paragraphs: [
              paragraph(
                `${names[0]} from January 2027, within the yearly amounts above, and a review after each fiscal year against them.`,
              ),
            ],
          },
          {
            title: "What would change our mind",
            paragraphs: [paragraph(minds.slice(0, 2).join(" "))],
          },
        ],
      },
    ),
  };
}

const monthsInYear = 12;

function cashByYear(results: Results): TableView {
  const { plan, projection } = results;
  const years = Math.ceil(projection.months / monthsInYear);
  const first = Number(projection.startMonth.slice(0, 4));
  const cell = (amount: number, isStrong: boolean): Cell => ({
    text: numberFixed(amount / 1e6, 2),
    sort: amount,
    isStrong,
  });
  return {
    id: "cash-by-year",
    caption: "Cash by fiscal year and option",
    columns: [
      { id: "option", label: `${plan.currency} million, paid`, align: "left" },
      ...Array.from({ length: years }, (_, year) => ({
        id: String(year),
        label: String(first + year),
        align: "right" as const,
      })),
      { id: "all", label: `${projection.months} months`, align: "right" },
    ],
    rows: ranked(results).map(({ optionId, cash: { cumulative } }, place) => {
      const at = (year: number) => cumulative[Math.min(projection.months, year * 12) - 1] ?? 0;
      const kind = optionStyle(plan, optionId).kind;
      return {
        id: optionId,
        cells: [
          { ...textCell(optionName(plan, optionId)), ...(kind && { kind }), isStrong: place === 0 },
          ...Array.from({ length: years }, (_, year) =>
            cell(at(year + 1) - (year === 0 ? 0 : at(year)), place === 0),
          ),
          cell(cumulative.at(-1) ?? 0, true),
        ],
      };
    }),
  };
}

/** Each search runs the engine some hundred times. */
const searched = 3;

function mindsOf({ plan, projection }: Results): readonly string[] {
  const [winnerId, ...rivalIds] = projection.ranking;
  if (winnerId === undefined || rivalIds.length === 0) return [];
  const found = pricedInputs(plan)
    .filter(isUncertain)
    .slice(0, searched)
    .map((input) => ({
      input,
      thresholds: thresholdsOf(plan, thresholdSearch(input), { optionId: winnerId, rivalIds }),
    }));
  return mindView({ plan, planId: "sample", winnerId }, found).minds.map(
    ({ sentence }) => sentence,
  );
}

function inner(results: Results, minds: readonly string[]): readonly DocumentSection[] {
  const { plan } = results;
  const all = ranked(results);
  const tokens = tokenCostChart(results);
  const rate = figureAt(plan, "assumptions.discountRatePerYearFraction")?.value ?? null;
  const timeline = breakEvenTimeline(results, { view: "cash", discountRatePerYearFraction: null });
  const discounted = breakEvenTimeline(results, {
    view: "cash",
    discountRatePerYearFraction: rate,
  });
  const bestId = all[0]?.optionId ?? "";
  return [
    {
      id: "need",
      title: "The need and its workloads",
      blocks: blocks(
        prose(
          ...plan.workloads.map(({ name, notes }) =>
            paragraph([word(name, { isBold: true }), word(`. ${notes ?? ""}`)]),
          ),
          paragraph("Where it comes from", "heading"),
          paragraph("Requests by day and hour, as the claims desk counted them.", "bullet"),
          paragraph("Growth by year, low and high, as the business plan has it.", "bullet"),
          paragraph([
            word("How demand is computed stands in "),
            word("the method", { href: "https://example.org/method" }),
            word(", with units and sources."),
          ]),
        ),
      ),
    },
    {
      id: "options",
      title: "Options and what a token costs",
      blocks: blocks(
        prose("Each option serves the same demand at the same service level."),
        tokens && { kind: "chart", chart: tokens },
      ),
    },
    {
      id: "spend",
      title: "Inference against training",
      blocks: blocks(
        ...all.map(({ optionId }): DocumentBlock | null => {
          const chart = quarterlySpendChart(results, optionId);
          return chart && { kind: "chart", chart };
        }),
      ),
    },
    {
      id: "break-even",
      title: "Break-even",
      blocks: blocks(
        timeline && { kind: "timeline", timeline },
        discounted && { kind: "timeline", timeline: discounted },
      ),
    },
    {
      id: "sensitivity",
      title: "Sensitivity, and what would change our mind",
      blocks: blocks(tornadoBlock(results), {
        kind: "list",
        title: "What would change our mind",
        items: minds,
      }),
    },
    { id: "schedule", title: "Cash against budget", blocks: blocks(budgetBlock(results, bestId)) },
    {
      id: "assumptions",
      title: "Assumptions with sources",
      blocks: [{ kind: "table", title: "", table: assumptions(plan) }],
    },
    {
      id: "appendix",
      title: "Appendix: every month",
      blocks: [{ kind: "table", title: "", table: monthlyTable(results) }],
    },
  ];
}

function tornadoBlock({ plan, projection }: Results): DocumentBlock | null {
  const [optionId, againstId] = projection.ranking;
  if (optionId === undefined || againstId === undefined) return null;
  const inputs = analysisInputs(plan).slice(0, 12);
  const subject = { optionId, againstId };
  const swings = swingsOf(plan, inputs, subject);
  const tornado = tornadoView(
    { plan, planId: "sample", inputs, ...subject, baseName: "Base" },
    swings,
  );
  return tornado && { kind: "tornado", tornado };
}

function budgetBlock(results: Results, optionId: string): DocumentBlock | null {
  const years = budgetYears(results, optionId);
  return (
    years && {
      kind: "table",
      title: `${optionName(results.plan, optionId)} against the budget`,
      table: budgetTable(results, optionId, years),
    }
  );
}

function assumptions(plan: Plan): TableView {
  return {
    id: "assumptions",
    caption: "Assumptions with their sources",
    columns: [
      { id: "input", label: "Input", align: "left" },
      { id: "value", label: "Value", align: "right" },
      { id: "unit", label: "Unit", align: "left" },
      { id: "source", label: "Source", align: "left" },
    ],
    rows: pricedInputs(plan).map(({ path, label, value, evidence, spec, figure }) => ({
      id: path,
      cells: [
        textCell(label),
        { text: String(value), sort: value, evidence },
        textCell(spec.unit),
        textCell(figure.source ?? "none"),
      ],
    })),
  };
}
