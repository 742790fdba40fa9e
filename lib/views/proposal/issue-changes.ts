import { engineVersion } from "@/lib/engine";
import type { Projection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import type { OpenedProposal, ProposalContent } from "@/lib/schemas/proposal";
import { optionName } from "../names";
import { type PartDifference, planDifference } from "../plan-difference";
import type { TableView } from "../types";
import { computedMaterial, type ProposalMaterial } from "./material";
import { breakEvenChanges, type OptionChange, resultChanges } from "./result-changes";
import { type TextChange, textChanges } from "./text-changes";

/** An issue, or a draft as it is stored. */
export type ChangesSide = {
  readonly content: ProposalContent;
  /** Without the scenario that is shown. */
  readonly plan: Plan;
  readonly material: ProposalMaterial;
  readonly quotes: readonly PlanQuote[];
  readonly engineVersion: string;
};

type Frozen = {
  readonly proposal: Pick<ChangesSide, "content">;
  readonly plan: Plan;
  readonly quotes: readonly PlanQuote[];
  readonly results: Projection;
  readonly engineVersion: string;
};

/** An issue as it was frozen. Its figures are those of then. */
export function issueSide(frozen: Frozen): ChangesSide | null {
  const { proposal, plan, quotes, results: projection, engineVersion: ofThen } = frozen;
  const { content } = proposal;
  const material = computedMaterial({ plan, content, quotes, projection });
  return material && { content, plan, material, quotes, engineVersion: ofThen };
}

/** A draft as it is stored, computed now; null where its plan or its scenario is gone. */
export function draftSide({
  content,
  plan,
  quotes,
}: Pick<OpenedProposal, "content" | "plan" | "quotes">): ChangesSide | null {
  const material = plan && computedMaterial({ plan, content, quotes });
  return material && { content, plan, material, quotes, engineVersion };
}

export type QuoteChange = { readonly id: string; readonly name: string; readonly text: string };

/** Line by line how a proposal differs from one of its issues. */
export type IssueChanges = {
  readonly isSame: boolean;
  /** What must be known before the rest: another answer, another engine, another currency. */
  readonly notes: readonly string[];
  readonly results: readonly OptionChange[];
  /** Null where nothing of it differs. */
  readonly breakEven: TableView | null;
  readonly parts: readonly PartDifference[];
  readonly quotes: readonly QuoteChange[];
  readonly texts: readonly TextChange[];
};

export function issueChanges(before: ChangesSide, after: ChangesSide): IssueChanges {
  const results = resultChanges(before.material.results, after.material.results);
  const table = breakEvenChanges(before.material, after.material);
  const breakEven = table?.rows.some(({ cells }) => cells[3]?.sort !== 0) ? table : null;
  const parts = planDifference(before.plan, after.plan);
  const quotes = quoteChanges(before, after);
  const texts = textChanges(before, after);
  const rest = [parts, quotes, texts].every(({ length }) => length === 0) && breakEven === null;
  return {
    isSame: rest && results.every(({ totals }) => totals === null),
    notes: notesOf(before, after),
    ...{ results, breakEven, parts, quotes, texts },
  };
}

function notesOf(before: ChangesSide, after: ChangesSide): readonly string[] {
  const [was, is] = [before.plan.currency, after.plan.currency];
  return [
    ...answerNote(before, after),
    ...(was === is
      ? []
      : [`Amounts were in ${was} and are in ${is} now, so they have no difference.`]),
    ...(before.engineVersion === after.engineVersion
      ? []
      : [
          `The issue was computed by engine ${before.engineVersion}, this by engine ${after.engineVersion}: figures may differ where no input does.`,
        ]),
  ];
}

/** What is proposed is the first that a reader asks for. */
function answerNote(before: ChangesSide, after: ChangesSide): readonly string[] {
  const proposed = ({ plan, material: { proposedId } }: ChangesSide) =>
    proposedId === null ? "nothing" : optionName(plan, proposedId);
  if (before.material.proposedId === after.material.proposedId) return [];
  return [
    `The answer changed: ${proposed(before)} was proposed, and now it is ${proposed(after)}.`,
  ];
}

const keyOf = ({ optionId, quoteId }: PlanQuote) => `${optionId} ${quoteId}`;

const byKey = ({ quotes }: ChangesSide): ReadonlyMap<string, PlanQuote> =>
  new Map(quotes.map((quote) => [keyOf(quote), quote]));

function quoteChanges(before: ChangesSide, after: ChangesSide): readonly QuoteChange[] {
  const [was, is] = [byKey(before), byKey(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((id) => {
    const [former, now] = [was.get(id), is.get(id)];
    const text = quoteText(former, now);
    const held = now ?? former;
    if (text === null || !held) return [];
    const { plan } = now ? after : before;
    const name = `${held.supplierName} ${held.number}, ${optionName(plan, held.optionId)}`;
    return [{ id, name, text }];
  });
}

function quoteText(was: PlanQuote | undefined, is: PlanQuote | undefined): string | null {
  if (!was) return `used now, at revision ${is?.revision}`;
  if (!is) return `used no more; it was at revision ${was.revision}`;
  if (was.revision !== is.revision)
    return `revision ${was.revision} before, revision ${is.revision} now`;
  return JSON.stringify(was.content) === JSON.stringify(is.content)
    ? null
    : `revision ${is.revision} reads otherwise than it did`;
}
