import { beforeAll, describe, expect, it } from "vitest";
import type {
  DocumentBlock,
  DocumentSection,
  ProposalDocument,
} from "@/lib/views/proposal/document";
import type { TableView } from "@/lib/views/types";
import { proposalPdf } from "./proposal-pdf";
import { type ReadPdf, readPdf } from "./testing/read-pdf";
import { paragraph, sampleProposal } from "./testing/sample-proposal";

const sample = sampleProposal();
/** Without spaces and hyphens: a line may end at either. */
const squeezed = (text: string) => text.replaceAll(/[\s-]+/g, "");
const [, ...others] = sample.sections;

let issued: ReadPdf;
let bytes: Uint8Array;

// The first paper reads the fonts for all that come after it.
beforeAll(async () => {
  await proposalPdf({ ...sample, sections: [] });
});
beforeAll(async () => {
  bytes = await proposalPdf(sample);
});
beforeAll(async () => {
  issued = await readPdf(bytes);
});

describe("an issued proposal", () => {
  it("has its summary alone on the first page, its contents on the second", () => {
    const [first = "", second = ""] = issued.pages.map(squeezed);
    for (const { title } of others) expect(first).not.toContain(squeezed(title));
    for (const { title } of sample.sections) expect(second).toContain(squeezed(title));
  });

  it("lets short sections follow each other: the first under the contents, two charts on a page", () => {
    expect(pageOf(others[0]?.title ?? "")).toBe(2);
    expect(pageOf("Options and what a token costs")).toBe(pageOf("Inference against training"));
    expect(issued.pages.length).toBeLessThan(12);
  });

  it("shows every figure as the document has it", () => {
    const all = squeezed(issued.pages.join(""));
    for (const text of figureTexts(sample)) expect(all).toContain(squeezed(text));
  });

  it("names chart, finding, line and crossing on the page, in letters that can be copied", () => {
    const first = squeezed(issued.pages[0] ?? "");
    const chart = sample.sections[0]?.blocks.find((block) => block.kind === "chart")?.chart;
    for (const text of [
      chart?.title ?? "",
      ...(chart?.series ?? []).flatMap(({ label, endLabel }) => [label, endLabel ?? ""]),
      ...(chart?.marks ?? []).flatMap(({ title, rank }) => (rank === "main" ? [title] : [])),
    ])
      expect(first).toContain(squeezed(text));
  });

  it("leads from its contents to where each section begins", () => {
    const numbers = sample.sections.map(({ title }) => pageOf(title));
    const inContents = issued.links[1]?.filter((to) => typeof to === "number");
    expect(inContents).toEqual([1, ...numbers.slice(1)]);
    const printed = [...(issued.pages[1] ?? "").matchAll(/(\d+)\n/g)].map(([, number]) => number);
    expect(printed).toEqual(expect.arrayContaining(numbers.slice(1).map(String)));
  });

  it("has an outline, and says what it is and whose", () => {
    expect(issued.outline).toEqual(sample.sections.map(({ title }) => title));
    expect(issued.info).toMatchObject({
      Title: sample.title,
      Author: "Halden Mutual",
      Subject: sample.subject,
      Language: "en",
    });
  });

  it("says on each page who, what from and which page of how many", () => {
    issued.pages.forEach((text, index) => {
      expect(text).toContain("Proposal 3, issued 20 Nov 2026");
      expect(text).toContain("Confidential. Snapshot 7f3a 91c2, engine 1.0, catalog 2026-11");
      expect(text).toContain("quoted");
      expect(text).toContain(`${index + 1} / ${issued.pages.length}`);
      expect(text).not.toContain("Draft");
    });
  });

  it("repeats the head of a table on each page it goes over", () => {
    const months = issued.pages.filter((text) => /\d+, [A-Z][a-z]{2} 20\d\d/.test(text));
    const appendix = months.filter((text) => text.includes("Month\n") || text.includes("Month"));
    expect(appendix.length).toBeGreaterThan(1);
  });

  it("embeds its fonts, and underlines nothing but links", () => {
    const file = Buffer.from(bytes).toString("latin1");
    expect(file).toMatch(/\/FontName \/[A-Z]+\+Inter/);
    expect(file).not.toMatch(/\/BaseFont \/Helvetica/);
    expect(issued.links.flat()).toContain("https://example.org/method");
  });
});

describe("where pages end", () => {
  const long: TableView = {
    ...{ id: "long", caption: "Long" },
    columns: [
      { id: "a", label: "Name", align: "left" },
      { id: "b", label: "Amount", unit: "USD", align: "right" },
    ],
    rows: Array.from({ length: 60 }, (_, at) => ({
      id: String(at),
      cells: [
        { text: `row-${at}.`, sort: at },
        { text: String(at), sort: at, evidence: "quoted" },
      ],
    })),
    totals: [
      { text: "All of it", sort: null },
      { text: "1,770", sort: 1770 },
    ],
  };
  const standing = (lines: number, block: DocumentBlock) => ({
    ...sample,
    sections: [
      { id: "first", title: "Summary", blocks: [] },
      {
        id: "filler",
        title: "Filler",
        blocks: [
          {
            kind: "list",
            title: "",
            items: Array.from({ length: lines }, (_, at) => `Item ${at}`),
          },
        ],
      },
      { id: "last", title: "The last section", blocks: [block] },
    ] satisfies DocumentSection[],
  });
  const lists: DocumentBlock = {
    ...{ kind: "list", title: "A title of a list", items: ["row-0. of the list", "Another one"] },
  };

  const tableBlock: DocumentBlock = { kind: "table", title: "A title", table: long };
  const depths = Array.from({ length: 13 }, (_, at) => 24 + 2 * at);

  it.each(depths)("leaves no heading at the foot of a page: %d lines above", async (lines) => {
    for (const block of [tableBlock, lists]) {
      const { pages } = await readPdf(await proposalPdf(standing(lines, block)));
      const page = pages.findLast((text) => text.includes("The last section"));
      expect(page).toContain("row-0.");
    }
  });

  it.each([10, 19, 28, 37])("heads a table once a page, and keeps its total: %d", async (lines) => {
    const { pages } = await readPdf(await proposalPdf(standing(lines, tableBlock)));
    for (const text of pages)
      if (/row-\d/.test(text)) expect(text.split("Amount, USD").length - 1).toBe(1);
    expect(pages.find((text) => text.includes("All of it"))).toContain("row-59.");
    const rows = [...squeezed(pages.join("")).matchAll(/row(\d+)\./g)].map(([, at]) => Number(at));
    expect(rows).toEqual(long.rows.map((_, at) => at));
  });
});

describe("a draft", () => {
  it("says so across every page, and is printed on US Letter too", async () => {
    const draft = await readPdf(await proposalPdf(draftOf(sample), { size: "LETTER" }));
    for (const text of draft.pages) expect(text).toContain("Draft");
    expect(draft.sizes.every(({ width, height }) => width === 612 && height === 792)).toBe(true);
    expect(squeezed(draft.pages[1] ?? "")).toContain("Contents");
    expect(issued.sizes[0]).toEqual({ width: 595, height: 842 });
  });
});

it("goes on over the next pages with a timeline that is longer than one, and leaves no row out", async () => {
  const block = sample.sections
    .flatMap(({ blocks }) => blocks)
    .find((one) => one.kind === "timeline");
  if (block?.kind !== "timeline") throw new Error("The sample has no timeline.");
  const { timeline } = block;
  const rows = Array.from({ length: 60 }, (_, nth) => ({
    ...timeline.rows[0],
    ...{ id: `pair-${nth}`, label: `Pair ${nth + 1} of sixty` },
  })) as TimelineOf["rows"];
  const section = {
    id: "long",
    title: "Long",
    blocks: [{ ...block, timeline: { ...timeline, rows } }],
  };
  const { pages } = await readPdf(
    await proposalPdf({ ...sample, sections: [...sample.sections.slice(0, 1), section] }),
  );
  const rowsOn = pages.map((text) => text.split("of sixty").length - 1);
  expect(rowsOn.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  expect(Math.max(...rowsOn)).toBeLessThan(25);
});

const draftOf = (proposal: ProposalDocument) => ({ ...proposal, issued: null });

const endless = "x".repeat(10_000);
const hostile = [
  ...[
    endless,
    "日本電気株式会社 見積もり",
    "مرحبا بالعالم",
    "שלום עולם",
    "🚀👩‍👩‍👧‍👦 emoji",
    "=cmd()|'calc'!A1",
  ],
  ...[
    "a\u0000b\u0007c\u001b[31m",
    "\u202Egnp.exe",
    "\uD800 alone",
    "Ł\u0301ódź, Αθήνα, Київ, Việt Nam",
  ],
  ...["", " ", "\n\n\n", '<b>bold</b> & "quotes" %s {{y}}', "a\u00A0b\u200Bc\u2028d"],
];

describe("whatever users typed", () => {
  it.each(hostile.map((text) => [text.slice(0, 20), text]))("%j prints", async (_, text) => {
    const read = await readPdf(await proposalPdf(hostileProposal(text)));
    expect(read.pages.length).toBeGreaterThan(1);
    expect(squeezed(read.pages.join(""))).toContain("stillhere");
  });

  it("prints each letter of a word without end", async () => {
    const read = await readPdf(await proposalPdf(hostileProposal(endless)));
    const letters = (text: string) => text.split("x").length - 1;
    // In a paragraph, a heading, a list and its title, a table's cell and note, and a column.
    expect(letters(read.pages.slice(1).join(""))).toBeGreaterThanOrEqual(7 * endless.length);
  });

  it("prints a question mark for a letter that the fonts lack, and leaves none out", async () => {
    const read = await readPdf(await proposalPdf(hostileProposal("日本電気株式会社")));
    expect(read.pages.slice(1).join("")).toContain("?".repeat(8));
  });

  it("prints a proposal with nothing in it", async () => {
    const empty = { ...sample, sections: [], title: "", subject: "" };
    expect((await readPdf(await proposalPdf(empty))).pages).toHaveLength(1);
  });
});

/** Where a section begins: its title stands on page 2 in the contents as well. */
function pageOf(title: string): number {
  const named = (text: string) => squeezed(text).split(squeezed(title)).length - 1;
  return issued.pages.findIndex((text, page) => page > 0 && named(text) > (page === 1 ? 1 : 0)) + 1;
}

function figureTexts({ sections }: ProposalDocument): readonly string[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(textsOfBlock));
}

function textsOfBlock(block: DocumentBlock): readonly string[] {
  if (block.kind === "figures") return block.figures.flatMap(({ label, value }) => [label, value]);
  if (block.kind === "table")
    return [...block.table.rows.flatMap(({ cells }) => cells), ...(block.table.totals ?? [])].map(
      ({ text }) => text,
    );
  if (block.kind === "lead" || block.kind === "prose")
    return block.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(""));
  if (block.kind === "list") return block.items;
  return [];
}

/** The text in every place where somebody could have put it. */
function hostileProposal(text: string): ProposalDocument {
  const chart = sample.sections[0]?.blocks.find((block) => block.kind === "chart")?.chart;
  const timeline = others
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === "timeline")?.timeline;
  const blocks: DocumentBlock[] = [
    { kind: "prose", paragraphs: [paragraph(text), paragraph(text, "heading")] },
    { kind: "list", title: text, items: [text] },
    {
      kind: "table",
      title: text.slice(0, 100),
      table: {
        ...{ id: "t", caption: text },
        columns: [
          { id: "a", label: text.slice(0, 100), align: "left" },
          { id: "b", label: "Amount", unit: "USD", align: "right" },
        ],
        rows: [
          {
            id: "r",
            cells: [
              { text, sort: text },
              { text: "1", sort: 1, note: text },
            ],
          },
        ],
      },
    },
    { kind: "columns", columns: [{ title: text.slice(0, 100), paragraphs: [paragraph(text)] }] },
    ...(chart ? [{ kind: "chart", chart: named(chart, text) } as const] : []),
    ...(timeline ? [{ kind: "timeline", timeline: rowsNamed(timeline, text) } as const] : []),
    { kind: "figures", figures: [{ id: "f", label: text, value: text.slice(0, 60) }] },
    { kind: "prose", paragraphs: [paragraph("still here")] },
  ];
  return {
    ...sample,
    title: text.slice(0, 300),
    subject: text.slice(0, 300),
    name: text.slice(0, 300),
    house: { ...sample.house, organizationName: text, confidentiality: text, footer: text },
    sections: [
      { id: `${text.slice(0, 20)}1`, title: "Summary", blocks: [] },
      { id: `${text.slice(0, 20)}2`, title: `Section ${text.slice(0, 300)}`, blocks },
    ],
  };
}

type ChartOf = Extract<DocumentBlock, { kind: "chart" }>["chart"];
type TimelineOf = Extract<DocumentBlock, { kind: "timeline" }>["timeline"];

const named = (chart: ChartOf, text: string): ChartOf => ({
  ...chart,
  title: text.slice(0, 300),
  series: chart.series.map((series) => ({ ...series, label: text, endLabel: text })),
  marks: chart.marks.map((mark) => ({ ...mark, title: text, text })),
});

const rowsNamed = (timeline: TimelineOf, text: string): TimelineOf => ({
  ...timeline,
  rows: timeline.rows.map((row) => ({ ...row, label: text.slice(0, 300), verdict: text })),
});
