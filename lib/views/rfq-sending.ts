import { counted, deadlineText, listed } from "@/lib/format";
import { isClosedToEyes, type StoredRfq } from "@/lib/schemas/rfq";

export type SendingWords = {
  readonly title: string;
  /** What happens, a sentence or two each. */
  readonly points: readonly string[];
  readonly submit: string;
};

/** What sending means, before it is done: what stays as it is, who it goes to, and what is left to do by hand. */
export function sendingWords(rfq: StoredRfq): SendingWords | null {
  const [newest] = rfq.revisions;
  if (!newest) return null;
  const { revision, items, deadlineLocal, deadlineZone } = newest;
  const names = rfq.suppliers.map(({ name }) => name);
  const until = deadlineText(deadlineLocal, deadlineZone);
  const earlier = rfq.sentRevision;
  return {
    title: `Send revision ${revision}?`,
    points: [
      `Revision ${revision} is kept as it is, with ${counted(items.length, "item")} and answers until ${until}. What you change afterwards becomes revision ${revision + 1}.`,
      names.length === 0
        ? "Nobody is chosen to be asked yet: choose a supplier first."
        : `It goes to ${listed(names)}.`,
      "Loadline mails nothing: it makes a letter and a template for each of them, and you send those files.",
      ...(earlier === null
        ? []
        : [
            `It takes the place of revision ${earlier}, which they have. Tell them which one counts.`,
          ]),
      ...(isClosedToEyes(rfq) && rfq.isSealed
        ? ["Answers stay sealed until the deadline, which can be moved later and not earlier."]
        : []),
      "It cannot be unsent. To withdraw it, choose Actions, then Cancel this RFQ, and tell the suppliers.",
    ],
    submit: `Mark revision ${revision} as sent`,
  };
}
