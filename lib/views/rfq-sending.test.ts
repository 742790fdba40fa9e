import { expect, it } from "vitest";
import type { AskedSupplier, RfqRevision, StoredRfq } from "@/lib/schemas/rfq";
import { sendingWords } from "./rfq-sending";

const revision: RfqRevision = {
  ...{ revision: 2, sentAt: null, title: "Servers", deadlineLocal: "2027-03-01T12:00" },
  ...{ deadlineZone: "Europe/Berlin", deliveryPlace: "", incoterm: null, paymentTerms: "" },
  ...{ currency: "EUR", notes: "", items: [] },
};
const asked = (name: string): AskedSupplier => ({
  ...{ supplierId: name, name, email: "", declinedAt: null, declinedReason: "", answers: [] },
});
const rfq: StoredRfq = {
  ...{ id: "rfq-1", origin: null, status: "sent", isSealed: true, deadlineAt: null },
  ...{ sentRevision: 1, openedAt: null, openedReason: "", version: 1, updatedAt: "" },
  ...{ revisions: [revision], questions: [], events: [], imports: [] },
  ...{ isOver: false, canEdit: true, canOpenEarly: true },
  suppliers: [asked("Stavra"), asked("Oriel")],
};
const said = (part: Partial<StoredRfq> = {}) => sendingWords({ ...rfq, ...part })?.points.join(" ");

it("says what is kept, who it goes to, and that files are what is sent", () => {
  expect(sendingWords(rfq)?.title).toBe("Send revision 2?");
  expect(said()).toMatch(/Revision 2 is kept as it is.*becomes revision 3\./);
  expect(said()).toContain("It goes to Stavra and Oriel.");
  expect(said()).toContain("Loadline mails nothing");
  expect(said()).toContain("It takes the place of revision 1");
  expect(said()).toContain("Answers stay sealed");
});

it("says of a first, open one no more than is so", () => {
  const first = said({ sentRevision: null, isSealed: false, suppliers: [] });
  expect(first).toContain("Nobody is chosen");
  expect(first).not.toMatch(/takes the place|sealed/);
});
