import { dateText, listed } from "@/lib/format";
import type { Award } from "@/lib/schemas/quote-award";
import { currencyAt } from "../currency";
import { awardedTexts } from "./award-words";
import { shadedText } from "./comparison-view";
import { orderTexts } from "./order-words";
import { splitView } from "./split-words";
import type { Candidate, Compared, ComparisonCell, ComparisonView, ScoreView } from "./types";

type MemoParts = {
  readonly compared: Compared;
  readonly view: ComparisonView;
  /** The one that holds. */
  readonly award: Award | undefined;
  /** "Base" or the name of the scenario that is open. */
  readonly scenario: string;
  readonly planVersion: number;
};

/** Why the order goes where it goes, from the figures on screen and with their sources: Markdown, to be edited. */
export function awardMemo({ compared, view, award, scenario, planVersion }: MemoParts): string {
  const { plan, today } = compared;
  return [
    `# Award memo: ${written(plan.name)}`,
    `${dateText(today)}. Plan version ${planVersion}, scenario ${written(scenario)}, amounts in ${plan.currency}.`,
    "## Decision",
    ...decision(compared, view, award),
    "## What the comparison says",
    written(`${view.headline}.`),
    written(view.basis),
    ...view.groups.flatMap((group) => [`### ${group.title}`, table(view, group.rows)]),
    ...view.footnotes.filter((note) => note !== shadedText).map(written),
    ...references(compared),
    "## Judgement",
    written(view.score.formula),
    scoreTable(view.score),
    ...reasons(view.score),
    "## Sources",
    ...compared.candidates.filter(({ isOffer }) => isOffer).map((one) => source(compared, one)),
  ]
    .join("\n\n")
    .concat("\n");
}

/** Which columns are no offers. */
function references({ candidates }: Compared): readonly string[] {
  const names = candidates.filter(({ isOffer }) => !isOffer).map(({ name }) => name);
  return names.length === 0 ? [] : [written(`No offers, for reference: ${listed(names)}.`)];
}

function decision(
  compared: Compared,
  view: ComparisonView,
  award: Award | undefined,
): readonly string[] {
  if (!award) return ["Not awarded yet.", ...flags(view)];
  const texts = awardedTexts(compared, award);
  const declined = compared.candidates
    .filter(({ quote }) =>
      award.quotes.some((one) => one.quoteId === quote?.quoteId && one.servers === 0),
    )
    .map(({ name }) => name);
  return [
    texts.map((text) => `- ${written(text)}.`).join("\n"),
    ...orders(compared, award),
    ...splitTotal(compared, award),
    ...(declined.length > 0 ? [written(`Declined: ${declined.join(", ")}.`)] : []),
    written(
      `Awarded by ${award.by ?? "somebody"}, ${dateText(award.at.slice(0, 10))}. Reason: ${award.reason}`,
    ),
    ...flags(view),
  ];
}

/** What each order comes to, beside the server price that it was compared by. */
function orders(compared: Compared, award: Award): readonly string[] {
  const lines = orderTexts(compared, award).map((text) => `- ${written(text)}`);
  return lines.length > 0
    ? [`Amounts of the order, without tax that comes back:\n\n${lines.join("\n")}`]
    : [];
}

/** What a split costs over the plan; nothing of a whole order, whose column has it. */
function splitTotal(compared: Compared, award: Award): readonly string[] {
  const split = splitView(compared, award);
  if (!split) return [];
  const figures = split.figures.map(({ label, text }) => `- ${written(`${label}: ${text}`)}`);
  return [
    ...(figures.length > 0 ? [`The split over the plan:\n\n${figures.join("\n")}`] : []),
    written(split.notes.join(" ")),
  ];
}

/** What to know before signing. */
const flags = ({ columns }: ComparisonView): readonly string[] => {
  const lines = columns
    .filter(({ flags: own }) => own.length > 0)
    .map(
      ({ name, flags: own }) => `- ${written(name)}: ${own.map(({ text }) => text).join(", ")}.`,
    );
  return lines.length > 0 ? [`To know:\n${lines.join("\n")}`] : [];
};

const plain = ({ text, best, note }: ComparisonCell) =>
  [text, best && `(${best})`, note && `(${note})`].filter(Boolean).join(" ");

/** What people typed, as text of a paragraph or cell: a star of an estimate is a star, and no line begins a list. */
const written = (text: string) =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\`*<[~|]|(?<!\w)_|_(?!\w)/g, "\\$&")
    .replace(/^(\d*)([#>+.)-])/, "$1\\$2");

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const row = (cells: readonly string[]) => line(cells.map(written));

function table(
  { columns }: ComparisonView,
  rows: ComparisonView["groups"][number]["rows"],
): string {
  return [
    row(["", ...columns.map(({ name }) => name)]),
    line(["---", ...columns.map(() => "---:")]),
    ...rows.map(({ label, cells }) => row([label, ...cells.map(plain)])),
  ].join("\n");
}

function scoreTable({ offers, rows, totals }: ScoreView): string {
  return [
    row(["Criterion", "Weight", ...offers.map(({ name }) => name)]),
    line(["---", "---:", ...offers.map(() => "---:")]),
    ...rows.map(({ name, weight, cells }) =>
      row([name, weight, ...cells.map(({ points }) => points)]),
    ),
    row(["Weighted score", "", ...totals]),
  ].join("\n");
}

function reasons({ offers, rows }: ScoreView): readonly string[] {
  const lines = rows.flatMap(({ name, cells }) =>
    cells.flatMap(({ given }, index) =>
      given.map(
        ({ by, score, reason }) =>
          `- ${written(`${name}, ${offers[index]?.name}: ${by} gave ${score}. ${reason}`)}`,
      ),
    ),
  );
  return lines.length > 0 ? [lines.join("\n")] : [];
}

function source({ plan }: Compared, { option, quote, name }: Candidate): string {
  if (option.kind !== "on-premises") return "";
  const { number, quotedOn, validUntil, serverPrice } = option.quote;
  const currency = quote?.currency ?? currencyAt(plan, `options.${option.id}.quote.serverPrice`);
  const document = quote ? `${quote.number} rev ${quote.revision}` : number || "no number";
  const note = serverPrice.note ? ` ${serverPrice.note}` : "";
  const dates = `of ${dateText(quotedOn)}, valid until ${dateText(validUntil)}`;
  return `- ${written(`${name}: ${document}, in ${currency}, ${dates}.${note}`)}`;
}
