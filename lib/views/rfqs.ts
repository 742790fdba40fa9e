import { counted, deadlineText } from "@/lib/format";
import type {
  AskedSupplier,
  ListedRfq,
  Rfq,
  RfqAnswer,
  RfqStatus,
  StoredRfq,
} from "@/lib/schemas/rfq";
import { isClosedToEyes } from "@/lib/schemas/rfq";

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
