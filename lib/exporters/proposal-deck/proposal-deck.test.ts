import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { examplePlan, textsOf } from "@/lib/views/testing/example";
import { draftSource, hostileSource, hostileTexts } from "../testing/hostile-proposal";
import { slideSize } from "./deck-look";
import { proposalDeck } from "./proposal-deck";
import { type ReadDeck, readDeck, readXml } from "./testing/read-deck";

const draft = draftSource({ plan: examplePlan("claims-assistant"), organization: "Halden Mutual" });
const issued: ProposalDocument = {
  ...draft.document,
  issued: { date: "20 Nov 2026", snapshot: "7f3a 91c2", versions: "engine 1.0, catalog 2026-11" },
};
const decks = {
  issued: readDeck(await proposalDeck(issued)),
  draft: readDeck(await proposalDeck(draft.document)),
  hostile: readDeck(await proposalDeck(hostileSource().document)),
};
const every = Object.entries(decks);

const chartsOf = ({ parts, files }: ReadDeck) =>
  [...parts].flatMap(([name, part]) => {
    if (!/^ppt\/charts\/chart\d+\.xml$/.test(name)) return [];
    const number = /\d+/.exec(name)?.[0];
    const workbook = files[`ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`];
    return [{ name, part, workbook: unzipSync(workbook ?? new Uint8Array()) }];
  });

describe.each(every)("the deck of a proposal, %s", (_, deck) => {
  it("is a whole package: every part well-formed, every way leads somewhere", () => {
    expect(deck.lost).toEqual([]);
    expect(deck.slides.length).toBeGreaterThan(9);
    expect(Object.keys(deck.files).every((name) => !name.endsWith("/"))).toBe(true);
  });

  it("has notes on each slide, with what the section says and where its figures come from", () => {
    for (const { notes } of deck.slides) {
      expect(notes.length).toBeGreaterThan(1);
      expect(notes.join("\n")).toMatch(/Where the figures come from: .*Sources: /s);
    }
  });

  it("has native charts with their data, units, and an axis from zero", () => {
    const charts = chartsOf(deck);
    expect(charts.length).toBeGreaterThanOrEqual(5);
    for (const { part, workbook } of charts) {
      const xml = part.elements.map(({ name }) => name);
      expect(xml).toContain("c:title");
      expect(part.texts.some(({ name, text }) => name === "a:t" && /[A-Z]{3}/.test(text))).toBe(
        true,
      );
      expect(part.texts.filter(({ name, text }) => name === "c:v" && text === "")).toEqual([]);
      const sheet = readXml(strFromU8(workbook["xl/worksheets/sheet1.xml"] ?? new Uint8Array()));
      const kept = sheet.texts.filter(({ name }) => name === "v").map(({ text }) => Number(text));
      const drawn = part.texts
        .filter(({ name, text }) => name === "c:v" && Number.isFinite(Number(text)))
        .map(({ text }) => Number(text));
      expect(drawn.filter((value) => !kept.includes(value) && value > 1e4)).toEqual([]);
      expect(sheet.elements.some(({ name }) => name === "f")).toBe(false);
      const isTornado = part.elements.some(
        ({ name, attributes }) => name === "c:barDir" && attributes.val === "bar",
      );
      const least = part.elements.find(({ name }) => name === "c:min");
      if (!isTornado) expect(least?.attributes.val).toBe("0");
    }
  });

  it("keeps everything on the slide", () => {
    for (const { boxes } of deck.slides)
      for (const { left, top, right, bottom } of boxes) {
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(-0.5);
        expect(right).toBeLessThanOrEqual(slideSize.width + 0.5);
        expect(bottom).toBeLessThanOrEqual(slideSize.height + 0.5);
      }
  });
});

describe("the deck of a proposal", () => {
  it("says in each title what the proposal says itself", () => {
    const said = textsOf(JSON.parse(JSON.stringify(issued)));
    const prose = issued.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === "lead" || block.kind === "prose"
          ? block.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(""))
          : [],
      ),
    );
    const own = [...said, ...prose].map((text) => text.replaceAll(/\s+/g, " "));
    const [cover, ...others] = decks.issued.slides;
    expect(cover?.words).toContain(issued.title);
    for (const { title } of others) expect(own.some((text) => text.includes(title))).toBe(true);
    expect(others[0]?.title).toMatch(
      /^Own H200 servers cost \$4\.96M over 60 months, \$1\.19M less/,
    );
    expect(others.at(-1)?.title).toBe("We ask you to approve");
  });

  it("bears the mark of a draft on every slide until it is issued, then its hash", () => {
    const layouts = (deck: ReadDeck) =>
      [...deck.parts]
        .filter(([name]) => /slideLayouts\/slideLayout\d+\.xml$/.test(name))
        .slice(-2)
        .map(([, part]) => part.texts.map(({ text }) => text).join(" "));
    for (const words of layouts(decks.draft)) expect(words).toContain("Draft");
    for (const words of layouts(decks.issued)) expect(words).not.toContain("Draft");
    for (const { words } of decks.draft.slides.slice(1)) expect(words).toContain("Draft");
    expect(decks.issued.slides[0]?.words).toContain(
      "Snapshot 7f3a 91c2, engine 1.0, catalog 2026-11",
    );
    expect(layouts(decks.issued).join(" ")).toContain("snapshot 7f3a 91c2");
  });

  it("sets a long title smaller, so that it ends above what stands under it", async () => {
    const long = `${"A title of many words that goes on ".repeat(5)}and ends`;
    const chart = issued.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "chart" ? [block] : [])),
    )[0];
    if (!chart) throw new Error("The sample has no chart.");
    const block = { kind: "chart", chart: { ...chart.chart, title: long } } as const;
    const sections = [{ id: "own", title: "Own", blocks: [block] }];
    const { parts } = readDeck(await proposalDeck({ ...issued, sections }));
    const sizes = (parts.get("ppt/slides/slide2.xml")?.elements ?? []).flatMap(
      ({ name, attributes }) => (name === "a:rPr" ? [Number(attributes.sz)] : []),
    );
    expect(sizes[1]).toBeLessThan(2600);
    expect(sizes[1]).toBeGreaterThanOrEqual(1700);
  });

  it("shows what each option pays in each fiscal year in a native table", () => {
    const slide = decks.issued.slides.find(({ words }) => words.includes("Cash by fiscal year"));
    expect(slide?.words).toEqual(expect.arrayContaining(["FY2027", "Cloud H200", "680,229"]));
  });

  it("shows the first rows of a table that is too long, and says how many more there are", async () => {
    const rows = Array.from({ length: 200 }, (_, row) => ({
      id: String(row),
      cells: [{ text: `Row ${row}, ${"long ".repeat(row % 30)}`, sort: row }],
    }));
    const table = {
      ...{ id: "long", caption: "A long table", rows },
      columns: [{ id: "row", label: "Row", align: "left" as const }],
    };
    const section = {
      id: "own",
      title: "Own",
      blocks: [{ kind: "table", title: "", table }],
    } as const;
    const { slides } = readDeck(await proposalDeck({ ...issued, sections: [section] }));
    expect(slides).toHaveLength(3);
    expect(slides[2]?.words[0]).toBe("Own, continued");
    const shown = slides.flatMap(({ words }) => words.filter((word) => word.startsWith("Row ")));
    expect(slides[2]?.words).toContain(
      `${200 - shown.length} more rows stand in the PDF, the CSV and the workbook.`,
    );
  });

  it("goes on to a next slide with a text that fits none", async () => {
    const runs = [
      { text: "Word ".repeat(2500), isBold: false, isItalic: false, href: null, figureKey: null },
    ];
    const blocks = [{ kind: "prose", paragraphs: [{ style: "plain", runs }] }] as const;
    const sections = [{ id: "own", title: "Own", blocks }];
    const { slides } = readDeck(await proposalDeck({ ...issued, sections }));
    expect(slides.length).toBeGreaterThan(3);
    const words = slides.slice(1).flatMap(({ words: all }) => all.join(" ").match(/Word/g) ?? []);
    expect(words).toHaveLength(2500);
  });

  it("takes what people typed for text", () => {
    const { slides, parts } = decks.hostile;
    const words = slides.flatMap(({ words: all, notes }) => [...all, ...notes]).join("\n");
    for (const text of hostileTexts.slice(0, 3)) expect(words).toContain(text);
    expect(words).toContain('</a:t><script>"&amp;');
    for (const { texts, elements } of parts.values()) {
      expect(elements.some(({ name }) => name === "script")).toBe(false);
      for (const { text } of texts) expect(text).not.toMatch(/[^\P{Cc}\s]|\ufffe/u);
    }
  });

  it("has the logo at its own proportions", async () => {
    const png =
      "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAYAAAB/qH1jAAAAEElEQVR4nGNkYPjPAAIMAAAPAQEBTU2m3wAAAABJRU5ErkJggg==";
    const house = {
      ...issued.house,
      ...{ logo: { mediaType: "image/png" as const, base64: png }, accentColour: "#AA3300" },
    };
    const deck = readDeck(await proposalDeck({ ...issued, house }));
    expect(deck.lost).toEqual([]);
    const picture = deck.slides[0]?.boxes.find(({ left, top }) => left === 72 && top === 44);
    expect(picture && (picture.right - picture.left) / (picture.bottom - picture.top)).toBeCloseTo(
      2,
    );
    const layouts = [...deck.parts].filter(([name]) => name.includes("slideLayouts/slideLayout"));
    const colours = layouts.flatMap(([, { elements }]) =>
      elements.map((one) => one.attributes.val),
    );
    expect(colours).toContain("AA3300");
  });
});
