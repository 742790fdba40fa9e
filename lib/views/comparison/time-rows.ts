import { monthsOfWeeks } from "@/lib/engine";
import { counted, dateText, money } from "@/lib/format";
import { monthAt } from "../months";
import { optionName } from "../names";
import { validityOf } from "../quotes";
import { figureCell, moneyCell, muted, rowOf } from "./cells";
import type { Candidate, Compared, ComparisonCell, ComparisonGroup } from "./types";

export const timeRows = (compared: Compared): ComparisonGroup => ({
  id: "time",
  title: "Time",
  rows: [
    rowOf(compared, { id: "leadTime", label: "Lead time" }, (one) => leadCell(compared, one)),
    rowOf(
      compared,
      { id: "costOfWaiting", label: "Cost of waiting", detail: waitingDetail(compared) },
      (one) => waitingCell(compared, one),
    ),
    rowOf(compared, { id: "validUntil", label: "Valid until" }, (one) => validCell(compared, one)),
  ],
});

function leadCell(compared: Compared, candidate: Candidate): ComparisonCell {
  const { leadTimeMonths, exactLeadTimeMonths: sort, isOffer, quote } = candidate;
  if (!isOffer) return muted("none");
  if (leadTimeMonths === null || sort === null)
    return { text: "missing", sort: null, tone: "warn" };
  const weeks = quote?.content.leadTimeWeeks ?? null;
  const months = counted(leadTimeMonths, "month");
  const isQuoted = weeks !== null && monthsOfWeeks(weeks) === leadTimeMonths;
  const text = isQuoted ? counted(weeks, "week") : months;
  const { best } = figureCell(compared, candidate, { text, sort, row: "leadTimeMonths" });
  const said = weeks === null ? "none" : counted(weeks, "week");
  const own = quote && `the plan\u2019s own: the quote says ${said}`;
  return { text, sort, best, note: isQuoted ? `${months} in the plan` : own };
}

/** Who serves meanwhile, where it is the same for every offer. */
function waitingDetail({ plan, candidates }: Compared): string {
  const bridges = new Set(
    candidates.flatMap(({ isOffer, option }) =>
      isOffer && option.kind === "on-premises" && option.bridgeOptionId !== null
        ? [option.bridgeOptionId]
        : [],
    ),
  );
  const [only] = bridges;
  return bridges.size === 1 && only !== undefined
    ? `${optionName(plan, only)} used meanwhile`
    : "the bridge used meanwhile";
}

function waitingCell(compared: Compared, candidate: Candidate): ComparisonCell {
  const { costOfWaiting, isOffer } = candidate;
  if (!isOffer || costOfWaiting === 0) return muted("none");
  const text = costOfWaiting === null ? {} : { text: money(costOfWaiting, compared.plan.currency) };
  return moneyCell(compared, candidate, { value: costOfWaiting, ...text });
}

function validCell(compared: Compared, { option, isOffer }: Candidate): ComparisonCell {
  if (!isOffer || option.kind !== "on-premises") return muted("none");
  const { validUntil } = option.quote;
  const { text, detail, state } = validityOf(validUntil, compared.today);
  const early = endsBeforeOrder(compared, validUntil);
  const note = early
    ? `before the first order, ${monthAt(compared.plan.startMonth, 0)}`
    : undefined;
  const tone = state === "expired" ? "bad" : state === "soon" || early ? "warn" : undefined;
  return {
    text: detail ? `${text}, ${detail}` : text,
    sort: dateText(validUntil),
    ...(tone && { tone }),
    note,
  };
}

/** What is ordered in the plan's first month is not ordered at these prices any more. */
export const endsBeforeOrder = ({ plan }: Pick<Compared, "plan">, validUntil: string): boolean =>
  validUntil.slice(0, 7) < plan.startMonth;
