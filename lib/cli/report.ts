import { project } from "@/lib/engine";
import type { OptionProjection, Projection } from "@/lib/engine/types";
import { counted, moneyFull, monthName } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import { breakEvenTimeline } from "@/lib/views/break-even-months";
import { kindNames, optionName, taxWords } from "@/lib/views/names";
import { notesOf } from "@/lib/views/notes";
import { problemsOf } from "@/lib/views/problems";
import type { Results } from "@/lib/views/results";
import { returnsView } from "@/lib/views/returns";
import { type TextColumn, textTable } from "./text-table";

/** A projection as text for a terminal: totals, then where the curves cross, then what is missing. */
export function report(plan: Plan): string {
  const projection = project(plan);
  const results: Results = { plan, projection, view: "cash" };
  const { months, startMonth } = projection;
  const head = `${plan.name}\n${counted(months, "month")} from ${monthName(startMonth)}, in ${plan.currency}. Inference and training as consumed${taxWords(plan)}.`;
  const parts = [
    head,
    totals(plan, projection),
    crossings(results),
    returns(results),
    toKnow(results),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const right = (head: string): TextColumn => ({ head, align: "right" });
const left = (head: string): TextColumn => ({ head, align: "left" });

function totals(plan: Plan, projection: Projection): string {
  if (projection.options.length === 0)
    return "This plan has no options, so nothing has a cost yet.";
  const columns = [
    left("Option"),
    left("Kind"),
    right("Paid"),
    right("Consumed"),
    right("Net present cost"),
    right("Inference"),
    right("Training"),
    right("Per M tokens"),
  ];
  return textTable(
    columns,
    inOrder(projection).map((option) => [
      optionName(plan, option.optionId),
      kindNames[option.kind],
      ...amounts(option, projection.currency),
    ]),
  );
}

/** Ranked options first, the cheapest on top. */
function inOrder({ options, ranking }: Projection): readonly OptionProjection[] {
  const rank = ({ optionId }: OptionProjection) => {
    const at = ranking.indexOf(optionId);
    return at < 0 ? ranking.length : at;
  };
  return [...options].sort((a, b) => rank(a) - rank(b));
}

function amounts({ status, summary }: OptionProjection, currency: string): readonly string[] {
  const { cash, accrual, netPresentCost, inference, training, costPerMillionTokens } = summary;
  const totals = [cash, accrual, netPresentCost, inference, training];
  if (status !== "complete") {
    const word = status === "incomplete" ? "unpriced" : "infeasible";
    return [...totals, costPerMillionTokens].map(() => word);
  }
  const money = totals.map((amount) => moneyFull(amount, currency));
  const perMillion =
    costPerMillionTokens === null ? "no tokens" : moneyFull(costPerMillionTokens, currency);
  return [...money, perMillion];
}

function crossings(results: Results): string {
  const basis = { view: results.view, discountRatePerYearFraction: null };
  const timeline = breakEvenTimeline(results, basis);
  if (!timeline) return "";
  const sentences = timeline.table.rows.map(({ cells }) => `  ${cells.at(-1)?.text ?? ""}`);
  return ["Break-even, in total as paid, not discounted:", ...sentences].join("\n");
}

function returns(results: Results): string {
  const view = returnsView(results);
  if (!view) return "";
  const heads = view.table.columns.map(({ label, unit, align }) => ({
    head: unit ? `${label}, ${unit}` : label,
    align,
  }));
  const rows = view.table.rows.map(({ cells }) => cells.map(({ text }) => text));
  return [`${view.title}. ${view.basis}`, textTable(heads, rows)].join("\n");
}

/** Why options take no rank, and what to know of those that do. */
function toKnow(results: Results): string {
  const found = [...problemsOf(results, ""), ...notesOf(results, "")];
  if (found.length === 0) return "";
  return ["To know:", ...found.map(({ text }) => `  ${text}`)].join("\n");
}
