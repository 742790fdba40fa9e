import { expect, it } from "vitest";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testLine } from "@/lib/testing/quote";
import { newerChangeText, newerRevisionText, newerTakeText, quotedPreview } from "./quoted-fields";

const base = testPlan();
const plan = {
  currency: base.currency,
  exchangeRates: [],
  options: base.options.filter((option) => option.kind === "on-premises"),
};
type Line = Parameters<typeof testLine>[0];
const leftOutOf = (...lines: Line[]) =>
  quotedPreview(plan, "onprem", {
    ...{ currency: "USD", servers: 4 },
    content: testContent({ lines: [testLine({}), ...lines.map(testLine)] }),
  })?.leftOut;

it("leaves out no line of no kind that is paid once", () => {
  const rails = { category: "other", description: "Rail kit and PDU", unitPrice: "2900" } as const;
  expect(leftOutOf(rails)).toBeNull();
});

it("says of lines left out why, with their amounts", () => {
  const portal: Line = {
    ...{ category: "software", description: "Portal", quantity: "1", unitPrice: "100" },
    ...{ recurrence: "yearly", months: 36 },
  };
  const prepaid: Line = {
    ...{ category: "support", description: "Five years", quantity: "1", unitPrice: "54000" },
  };
  const portalText =
    "1 line left out (Portal, USD 300.00): the option has figures of its own for software and what else recurs.";
  expect(leftOutOf(portal)).toBe(portalText);
  const prepaidText =
    "1 line paid once left out (Five years, USD 54,000.00): the option has support by the year, and no figure for support that is paid once. Its cost is without it.";
  expect(leftOutOf(prepaid)).toBe(prepaidText);
  expect(leftOutOf(portal, prepaid)).toBe(`${portalText} ${prepaidText}`);
});

it("leaves out no service or software that is paid once, and says which price has it", () => {
  const training: Line = {
    ...{ category: "service", description: "Training", quantity: "1", unitPrice: "4000" },
  };
  const licence: Line = { ...training, category: "software", description: "Scheduler" };
  expect(leftOutOf(training, licence)).toBeNull();
  const paidOnceOf = (...lines: Line[]) =>
    quotedPreview(plan, "onprem", {
      ...{ currency: "USD", servers: 4 },
      content: testContent({ lines: [testLine({}), ...lines.map(testLine)] }),
    })?.paidOnce;
  expect(paidOnceOf(training)).toBe("Paid once, in the first price above: Training, USD 4,000.00.");
  expect(paidOnceOf({ category: "installation" }, licence)).toBe(
    "Paid once, in the installation: Scheduler, USD 4,000.00. The option\u2019s own software licences stay beside it.",
  );
  expect(paidOnceOf({ category: "network" })).toBeNull();
});

it("says what a quote gives by now and what the option holds, or what a newer revision changes", () => {
  const one = {
    ...{ optionId: "onprem", quoteId: "q", number: "Q-1", servers: 4, currency: "USD" },
    ...{ revision: 1, newest: 1, rates: null },
    changes: [
      { name: "serverPrice", from: 100, to: 825 },
      { name: "supportFee", from: null, to: 300 },
    ],
  } as const;
  expect(newerRevisionText(one)).toBe(
    "; the quote now gives other figures than this option holds.",
  );
  expect(one.changes.map((change) => newerChangeText(one, change))).toEqual([
    "Server price: the quote now gives 825.00 USD/server, this option holds 100.00 USD/server",
    "Support fee, a server and year: the quote now gives 300.00 USD/server-yr, this option holds none",
  ]);
  expect(newerTakeText(one)).toBe("Take what the quote gives");
  const later = { ...one, newest: 2 };
  expect(newerRevisionText(later)).toBe("; revision 2 was received.");
  expect(newerChangeText(later, one.changes[0])).toBe(
    "Server price: 100.00 USD/server \u2192 825.00 USD/server",
  );
  expect(newerTakeText({ ...one, rates: "1 EUR = 1.2 USD" })).toBe("Update to the rate");
});
