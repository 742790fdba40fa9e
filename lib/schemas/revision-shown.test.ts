import { describe, expect, it } from "vitest";
import type { StoredQuote } from "@/lib/schemas/quote";
import { testContent, testHead } from "@/lib/testing/quote";
import { revisionShown } from "./revision-shown";

const revisionOf = (revision: number) => ({
  ...testContent(),
  ...{ revision, receivedAt: "2026-11-02T09:00:00.000Z", createdBy: null },
  createdAt: "2026-11-02T08:00:00.000Z",
});
const quote: StoredQuote = {
  ...testHead,
  ...{ id: "q", supplierId: "s", status: "received", version: 4, createdBy: null },
  ...{ updatedAt: "2026-11-02T09:00:00.000Z", answersRfq: null, awardedIn: null },
  revisions: [revisionOf(3), revisionOf(2), revisionOf(1)],
  ...{ events: [], attachments: [], canEdit: true, canAward: true },
};

describe("the revision that an address asks for", () => {
  it("is shown as it was, and cannot be changed", () => {
    const shown = revisionShown(quote, { revision: "2", figure: "serverPrice" });
    expect(shown.quote.revisions.map(({ revision }) => revision)).toEqual([2, 1]);
    expect(shown).toMatchObject({ figure: "serverPrice", newest: 3 });
    expect(shown.quote).toMatchObject({ canEdit: false, canAward: false });
  });

  it("is the newest where it asks for that, for none, or for one that is not there", () => {
    for (const revision of ["3", undefined, "9", "x"]) {
      const shown = revisionShown(quote, { revision });
      expect(shown).toMatchObject({ quote, newest: null });
    }
    expect(revisionShown(quote, { revision: "3", figure: "leadTimeMonths" }).figure).toBe(
      "leadTimeMonths",
    );
    expect(revisionShown(quote, { revision: "9", figure: "serverPrice" }).figure).toBeNull();
    expect(revisionShown(quote, { figure: "nonsense" }).figure).toBeNull();
  });
});
