import { counted, deadlineText, instantText } from "@/lib/format";
import type {
  AskedSupplier,
  ListedRfq,
  Rfq,
  RfqAnswer,
  RfqImport,
  RfqStatus,
  StoredRfq,
} from "@/lib/schemas/rfq";
import { chooseFormer, isClosedToEyes, nothingChanged } from "@/lib/schemas/rfq";

export const rfqTones: Readonly<Record<RfqStatus, "plain" | "good" | "bad" | "accent">> = {
  draft: "plain",
  sent: "accent",
  closed: "good",
  cancelled: "bad",
};

export type RfqRow = {
  readonly id: string;
  readonly title: string;
  readonly status: RfqStatus;
  readonly deadline: string;
  readonly items: string;
  /** "2 of 3 answered, sealed". */
  readonly answers: string;
};

export function rfqRow({ id, status, newest, asked, answered, ...rfq }: ListedRfq): RfqRow {
  const sealed = isClosedToEyes(rfq) && status !== "draft" ? ", sealed" : "";
  return {
    ...{ id, status },
    title: newest.title,
    deadline: deadlineText(newest.deadlineLocal, newest.deadlineZone),
    items: counted(newest.items.length, "item"),
    answers:
      status === "draft"
        ? `${counted(asked, "supplier")} chosen`
        : `${answered} of ${counted(asked, "supplier")} answered${sealed}`,
  };
}

/** Where the answer of one supplier stands. */
export function answerText(
  { answers, declinedAt, declinedReason }: AskedSupplier,
  rfq: Pick<Rfq, "status">,
): { readonly text: string; readonly tone: "plain" | "good" | "bad" | "accent" } {
  if (answers.length > 0) {
    const isSealed = answers.some(({ quote }) => quote === null);
    return isSealed
      ? { text: "answered, sealed", tone: "accent" }
      : { text: "answered", tone: "good" };
  }
  if (declinedAt !== null)
    return { text: declinedReason ? `declined: ${declinedReason}` : "declined", tone: "bad" };
  return { text: rfq.status === "draft" ? "to be asked" : "nothing yet", tone: "plain" };
}

/** "in USD, not in EUR as asked"; null where it is, or while nobody may know. */
export function otherCurrencyText(
  { quote, rfqRevision }: Pick<RfqAnswer, "quote" | "rfqRevision">,
  { revisions }: Pick<StoredRfq, "revisions">,
): string | null {
  const asked = revisions.find(({ revision }) => revision === rfqRevision)?.currency;
  return quote && asked !== undefined && quote.currency !== asked
    ? `in ${quote.currency}, not in ${asked} as asked`
    : null;
}

export type TakenAnswer = {
  readonly name: string;
  /** ", answers revision 2, taken in 3 Mar 2027". */
  readonly taken: string;
  /** ", in USD, not in EUR as asked, late"; empty where there is none. */
  readonly doubts: string;
};

/** An answer as its supplier's list says it, in the parts that are drawn apart. */
export function takenAnswer(answer: RfqAnswer, rfq: StoredRfq): TakenAnswer {
  const { number, quote, rfqRevision, receivedAt } = answer;
  const otherCurrency = otherCurrencyText(answer, rfq);
  const isLate = rfq.deadlineAt !== null && receivedAt > rfq.deadlineAt;
  return {
    name: quote ? `${number} rev ${quote.revision}` : `${number}, sealed`,
    taken: `, answers revision ${rfqRevision}, taken in ${instantText(receivedAt)}`,
    doubts: `${otherCurrency ? `, ${otherCurrency}` : ""}${isLate ? ", late" : ""}`,
  };
}

/** Whether a file said what is here already: nothing failed. */
export const isUnchanged = ({ error }: Pick<RfqImport, "error">): boolean =>
  error?.startsWith(nothingChanged) ?? false;

/** Whether a file waits to be told which answer it revises. */
export const asksFormer = ({ state, error }: Pick<RfqImport, "state" | "error">): boolean =>
  state === "failed" && (error?.startsWith(chooseFormer) ?? false);

/** Where a file stands that has not become an answer. */
export function fileStateText({ fileName, state, error }: RfqImport): string {
  if (state === "failed") return `${fileName}: ${error}`;
  return state === "cancelled" ? `${fileName} was cancelled.` : `Reading ${fileName} \u2026`;
}

/** As `maxAnswerBytes` allows. */
export const tooLargeText = (fileName: string): string =>
  `${fileName} has more than 600 KB. Send the template alone, without pictures.`;

/** What comes next, in a sentence or two. */
export function rfqNote({ revisions, isOver, openedAt, openedReason }: StoredRfq): string | null {
  const [newest] = revisions;
  if (!newest) return null;
  const sent = revisions.find(({ sentAt }) => sentAt !== null);
  const opened =
    openedAt === null
      ? ""
      : ` Sealed answers were opened ${instantText(openedAt)}${openedReason ? `, before the deadline: ${openedReason}` : ""}.`;
  const until = deadlineText(newest.deadlineLocal, newest.deadlineZone);
  if (!sent)
    return `A draft. Nothing leaves Loadline by itself: sending makes the files, and you mail them.${opened}`;
  if (newest.sentAt === null)
    return `Suppliers have revision ${sent.revision}. Revision ${newest.revision} is theirs once it is sent.${opened}`;
  return isOver
    ? `The deadline is over: ${until}.${opened}`
    : `Answers count until ${until}.${opened}`;
}

const verbs: Readonly<Record<string, string>> = {
  create: "made it",
  save: "changed it",
  send: "marked it as sent",
  close: "closed it",
  cancel: "cancelled it",
  ask: "entered a question",
  reply: "answered a question",
  decline: "noted that a supplier declined",
  undecline: "took a noted refusal back",
  "take-answer": "took an answer in",
  open: "opened the sealed answers",
  "open-early": "opened the sealed answers before the deadline",
};
export const rfqActionText = (action: string): string => verbs[action] ?? action;

/** What a member writes to a supplier; the files are added by hand. */
export function mailOf(
  { revisions }: Pick<StoredRfq, "revisions">,
  { name, email }: Pick<AskedSupplier, "name" | "email">,
): { readonly href: string; readonly text: string } | null {
  const sent = revisions.find(({ sentAt }) => sentAt !== null);
  if (!sent) return null;
  const subject = `Request for quotation: ${sent.title}`;
  const text = [
    `Dear ${name} team,`,
    "",
    `we ask you for a quote: ${sent.title} (revision ${sent.revision}).`,
    `Answers count until ${deadlineText(sent.deadlineLocal, sent.deadlineZone)}.`,
    "The letter says what is needed. Fill in the workbook and send it back as it is.",
    "",
  ].join("\n");
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  return { href: `mailto:${encodeURIComponent(email)}?${query}`, text: `${subject}\n\n${text}` };
}
