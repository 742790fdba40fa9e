import type { NewerFigure } from "@/lib/catalog/newer-figures";
import { type Projection, project } from "@/lib/engine";
import { columnFigureText, counted, currencySymbol, dateText, money, share } from "@/lib/format";
import { withValueAt } from "@/lib/schemas/merge";
import type { Plan } from "@/lib/schemas/plan";
import { answerInBrief } from "./answer-effect";
import { inputLabel, inputOwner } from "./links";
import { optionName } from "./names";
import { noEffect } from "./newer-words";
import { optionProjection } from "./results";

export type NewerRow = {
  readonly path: string;
  readonly value: number;
  readonly label: string;
  /** "3.50 $/accelerator-h". */
  readonly from: string;
  readonly to: string;
  /** "Our contract, 1 Nov 2026". */
  readonly source: string;
  readonly isOwn: boolean;
  /** "Cloud H200: $6.15M → $5.93M (−3.6%)". */
  readonly effect: string;
};

/** The plan with these figures in place of those that it has. */
export const withNewer = (plan: Plan, figures: readonly NewerFigure[]): Plan =>
  figures.reduce((changed, { path, to }) => withValueAt(changed, path, to), plan);

/** Each newer figure with what taking it alone does: the engine says so, before and after. */
export function newerRows(plan: Plan, figures: readonly NewerFigure[]): readonly NewerRow[] {
  const before = project(plan);
  return figures.map((figure) => {
    const { path, unit, currency, from, to, isOwn } = figure;
    const text = (value: number | null) =>
      value === null ? "" : columnFigureText(value, unit, currencySymbol(currency));
    return {
      ...{ path, isOwn, value: to.value ?? 0, from: text(from.value), to: text(to.value) },
      label: `${inputOwner(plan, path)}: ${inputLabel(plan, path)}`,
      source: [to.source ?? "no source", to.date && dateText(to.date)].filter(Boolean).join(", "),
      effect: effectOf(plan, before, project(withNewer(plan, [figure]))),
    };
  });
}

/** What becomes of the option that it changes most. */
function effectOf(plan: Plan, before: Projection, after: Projection): string {
  const changes = plan.options.flatMap(({ id }) => {
    const [was, is] = [costOf(before, id), costOf(after, id)];
    return was === null || is === null || was === is ? [] : [{ id, was, is }];
  });
  const [most] = changes.toSorted((a, b) => Math.abs(b.is - b.was) - Math.abs(a.is - a.was));
  if (!most) return noEffect;
  const { id, was, is } = most;
  const text = (amount: number) => money(amount, plan.currency);
  const by = was === 0 ? "" : ` (${is < was ? "−" : "+"}${share(Math.abs(is / was - 1))})`;
  const others = changes.length > 1 ? `, and ${counted(changes.length - 1, "more option")}` : "";
  return `${optionName(plan, id)}: ${text(was)} → ${text(is)}${by}${others}`;
}

function costOf(projection: Projection, optionId: string): number | null {
  const option = optionProjection(projection, optionId);
  return option?.status === "complete" ? option.summary.cash : null;
}

/** The answer before and after all that is ticked. */
export function answerChange(plan: Plan, figures: readonly NewerFigure[]) {
  const [before, after] = [answerInBrief(plan), answerInBrief(withNewer(plan, figures))];
  return { before, after, isSame: before === after };
}

/** "Its figures are of the catalog of 28 Nov 2026." or of several. */
export function pinnedText(plan: Plan, versions: readonly string[]): string {
  const days = [
    ...new Set(versions.flatMap((version) => /^\d{4}-\d{2}-\d{2}/.exec(version) ?? [])),
  ];
  if (days.length === 0) return `${plan.name} has figures of your organization’s own entries.`;
  const named = days.toSorted().map(dateText).join(" and ");
  return `Figures of this plan were taken from the catalog of ${named}.`;
}
