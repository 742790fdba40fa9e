import { describe, expect, it } from "vitest";
import { deadlineText, instantText } from "@/lib/format";
import type { RfqAnswer, RfqRevision, StoredRfq } from "@/lib/schemas/rfq";
import { fileStateText, isUnchanged, rfqNote, takenAnswer } from "./rfqs";

const revision: RfqRevision = {
  revision: 1,
  sentAt: "2027-02-01T09:00:00.000Z",
  title: "Servers",
  deadlineLocal: "2027-03-01T12:00",
  deadlineZone: "Europe/Berlin",
  deliveryPlace: "",
  incoterm: null,
  paymentTerms: "",
  currency: "EUR",
  notes: "",
  items: [],
};
const rfq: StoredRfq = {
  id: "rfq-1",
  origin: null,
  status: "sent",
  isSealed: false,
  deadlineAt: "2027-03-01T11:00:00.000Z",
  sentRevision: 1,
  openedAt: null,
  openedReason: "",
  version: 1,
  updatedAt: "2027-02-01T09:00:00.000Z",
  revisions: [revision],
  suppliers: [],
  questions: [],
  events: [],
  imports: [],
  isOver: false,
  canEdit: true,
  canOpenEarly: true,
};
const until = deadlineText("2027-03-01T12:00", "Europe/Berlin");
const draft = { ...revision, revision: 2, sentAt: null };

describe("rfqNote", () => {
  it.each([
    ["a draft leaves nothing", { revisions: [draft] }, /^A draft\. Nothing leaves Loadline/],
    [
      "a revision not yet sent is not theirs",
      { revisions: [draft, revision] },
      /^Suppliers have revision 1\. Revision 2 is theirs once it is sent\.$/,
    ],
  ])("says that %s", (_, part, words) => {
    expect(rfqNote({ ...rfq, ...part })).toMatch(words);
  });

  it("says until when answers count, and when they no longer do", () => {
    expect(rfqNote(rfq)).toBe(`Answers count until ${until}.`);
    expect(rfqNote({ ...rfq, isOver: true })).toBe(`The deadline is over: ${until}.`);
  });

  it("keeps in sight why answers were opened early", () => {
    const openedAt = "2027-02-20T08:00:00.000Z";
    expect(rfqNote({ ...rfq, openedAt, openedReason: "the order cannot wait" })).toBe(
      `Answers count until ${until}. Sealed answers were opened ${instantText(openedAt)}, before the deadline: the order cannot wait.`,
    );
  });
});

describe("takenAnswer", () => {
  const receivedAt = "2027-02-10T08:00:00.000Z";
  const answer: RfqAnswer = { id: "a", number: "Q-1", rfqRevision: 1, receivedAt, quote: null };

  it("keeps what is sealed to itself", () => {
    expect(takenAnswer(answer, rfq)).toEqual({
      name: "Q-1, sealed",
      taken: `, answers revision 1, taken in ${instantText(receivedAt)}`,
      doubts: "",
    });
  });

  it("names another currency and a late arrival", () => {
    const late = { ...answer, receivedAt: "2027-03-01T11:00:01.000Z" };
    const quote = { id: "q", revision: 2, currency: "USD" };
    expect(takenAnswer({ ...late, quote }, rfq)).toMatchObject({
      name: "Q-1 rev 2",
      doubts: ", in USD, not in EUR as asked, late",
    });
  });
});

it("says where a file stands that is no answer", () => {
  const file = { jobId: "j", supplierId: "s", fileName: "answer.xlsx", endedAt: null };
  expect(fileStateText({ ...file, state: "running", error: null })).toBe(
    "Reading answer.xlsx \u2026",
  );
  expect(fileStateText({ ...file, state: "cancelled", error: null })).toBe(
    "answer.xlsx was cancelled.",
  );
  expect(isUnchanged({ error: "Nothing changed. The very same answer is here." })).toBe(true);
  expect(isUnchanged({ error: "Row 3: no price." })).toBe(false);
  expect(fileStateText({ ...file, state: "failed", error: "Row 3: no price." })).toBe(
    "answer.xlsx: Row 3: no price.",
  );
});
