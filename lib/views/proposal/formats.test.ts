import { expect, it } from "vitest";
import { usualFormats } from "@/lib/format";
import type { Formats } from "@/lib/schemas/formats";
import { toDrawing } from "../chart/drawing";
import { examplePlan, resultsOf, textsOf } from "../testing/example";
import { proposalAnalyses } from "./analyses";
import type { ProposalDocument } from "./document";
import { proposalDocument } from "./proposal-document";
import { testContent, testHouse, testMaterial } from "./testing/proposal";

/** The shorter it is, the sooner it is analysed; its texts are of the same kinds. */
const plan = { ...examplePlan("claims-assistant"), horizonMonths: 24 };
const results = resultsOf(plan);
const material = testMaterial(results);
const typed = textsOf(plan);

/** With all that is analysed: what made the analyses made their texts. */
function analysed(formats: Formats | undefined) {
  const steps = proposalAnalyses({
    ...{ results, planId: "sample", proposedId: material.proposedId, formats },
  });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const documentIn = (formats: Formats | undefined): ProposalDocument =>
  proposalDocument({
    content: testContent(formats ? { formats } : {}),
    material: { ...material, ...analysed(formats) },
    ...{ house: testHouse, name: "Proposal 3", issued: null },
  });

const usual = documentIn(undefined);

/** All that is read, as well what a chart writes on its axis. */
function readTexts({ sections }: ProposalDocument): readonly string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === "tornado") return textsOf({ ...block.tornado, formats: null });
      if (block.kind !== "chart") return textsOf(block);
      const axis = toDrawing(block.chart, { height: 300, narrow: false }).y.ticks;
      return textsOf([{ ...block.chart, formats: null }, axis]);
    }),
  );
}

/** Names and sources that somebody typed stay as they typed them. */
const isTyped = (text: string) =>
  typed.some(
    (own) => own.length > 3 && /\d[.,]\d|\d [A-Z][a-z]+ 20/.test(own) && text.includes(own),
  );
const isAddress = (text: string) => text.startsWith("/plans/") || text.includes("://");

function expectEach(of: Partial<Formats>, wanted: (text: string) => string) {
  const [plain, other] = [usual, documentIn({ ...usualFormats, ...of })].map(readTexts);
  expect(other).toHaveLength(plain?.length ?? -1);
  expect(plain?.length).toBeGreaterThan(300);
  let changed = 0;
  plain?.forEach((text, at) => {
    if (isTyped(text) || isAddress(text)) return;
    const expected = wanted(text);
    if (expected !== text) changed += 1;
    expect(other?.[at]).toBe(expected);
  });
  expect(changed).toBeGreaterThan(10);
}

const marks = {
  "1.234,56": { thousands: ".", point: "," },
  "1 234,56": { thousands: "\u202f", point: "," },
  "1'234.56": { thousands: "\u2019", point: "." },
} as const;

it.each(["1.234,56", "1 234,56", "1'234.56"] as const)(
  "%s: each number of a whole proposal is the same, in these marks",
  (numbers) => {
    const { thousands, point } = marks[numbers];
    expectEach({ numbers }, (text) =>
      text.replaceAll(/(?<=\d)[.,](?=\d)/g, (mark) => (mark === "," ? thousands : point)),
    );
  },
);

const months = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sept",
  "Oct",
  "Nov",
  "Dec",
];
const orders = {
  "2026-11-20": (day: string, month: string, year: string) => `${year}-${month}-${day}`,
  "20/11/2026": (day: string, month: string, year: string) => `${day}/${month}/${year}`,
  "11/20/2026": (day: string, month: string, year: string) => `${month}/${day}/${year}`,
  "20.11.2026": (day: string, month: string, year: string) => `${day}.${month}.${year}`,
} as const;

it.each(["2026-11-20", "20/11/2026", "11/20/2026", "20.11.2026"] as const)(
  "%s: each day of a whole proposal is the same, written so",
  (dates) =>
    expectEach({ dates }, (text) =>
      text.replaceAll(/\b(\d{1,2}) ([A-Z][a-z]{2,3}) (20\d\d)\b/g, (whole, day, name, year) =>
        months.includes(name)
          ? orders[dates](
              String(day).padStart(2, "0"),
              String(months.indexOf(name) + 1).padStart(2, "0"),
              year,
            )
          : whole,
      ),
    ),
);

it("names currencies by their code, in every text", () => {
  expectEach({ currency: "code" }, (text) => text.replaceAll("$", "USD\u00a0"));
});

it("is as it was where nothing is chosen, and keeps no formats", () => {
  expect(usual.formats).toBeUndefined();
  expect(readTexts(documentIn(usualFormats))).toEqual(readTexts(usual));
});

it("follows the house where the proposal chose none, and its own where it did", () => {
  const house = { ...testHouse, formats: { ...usualFormats, dates: "2026-11-20" as const } };
  const of = { material, house, name: "Proposal 3", issued: null };
  expect(proposalDocument({ ...of, content: testContent() }).formats).toEqual(house.formats);
  const own = testContent({ formats: usualFormats });
  expect(proposalDocument({ ...of, content: own }).formats).toEqual(usualFormats);
});
