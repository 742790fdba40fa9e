import { describe, expect, it } from "vitest";
import { examplePlan, resultsOf } from "../testing/example";
import { firstSentence, sentenceNaming } from "./deck-sentences";
import { deckStory } from "./deck-story";
import type { ProseParagraph } from "./document";
import { proposalDocument } from "./proposal-document";
import { testContent, testHouse, testMaterial } from "./testing/proposal";

const paragraph = (...texts: readonly string[]): ProseParagraph => ({
  style: "plain",
  runs: texts.map((text, at) => ({
    ...{ text, isBold: false, isItalic: false, href: null },
    figureKey: at % 2 === 1 ? `total:${at}` : null,
  })),
});

describe("the first sentence of a paragraph", () => {
  it.each([
    ["It costs $4.96M over 60 months. It leads.", "It costs $4.96M over 60 months", "It leads."],
    ["Is it 3.5 times more? Yes.", "Is it 3.5 times more", "Yes."],
    ["One sentence alone.", "One sentence alone", null],
    ["e.g. this is one", "e.g. this is one", null],
  ])("of %j is %j", (text, sentence, rest) => {
    const found = firstSentence(paragraph(text));
    expect(found.sentence).toBe(sentence);
    expect(found.rest?.runs.map((run) => run.text).join("") ?? null).toBe(rest);
  });

  it("keeps the figures of what is left as figures", () => {
    const { sentence, rest } = firstSentence(
      paragraph("It costs ", "$5M", ". It earns ", "$6M", "."),
    );
    expect(sentence).toBe("It costs $5M");
    expect(rest?.runs.map(({ text, figureKey }) => [text, figureKey])).toEqual([
      ["It earns ", null],
      ["$6M", "total:3"],
      [".", null],
    ]);
  });
});

describe("the story of a deck", () => {
  const material = testMaterial(resultsOf(examplePlan("claims-assistant")));
  const document = proposalDocument({
    ...{ content: testContent(), material, house: testHouse, name: "Proposal 3", issued: null },
  });
  const slides = deckStory(document);

  it("goes from the answer to what is asked for, without what belongs to an appendix", () => {
    const kinds = slides.map(({ kind }) => kind);
    expect(kinds[0]).toBe("answer");
    expect(kinds.at(-1)).toBe("decision");
    expect(slides.map(({ section }) => section)).not.toContain("Every cost line");
    expect(slides.map(({ section }) => section)).not.toContain("Method");
  });

  it("takes each title from the proposal: a table's from the sentence that names its figures", () => {
    const titleOf = (section: string) => slides.find((one) => one.section === section)?.title;
    expect(titleOf("Options and quotes")).toBe(sentenceNaming(document, "netPresentCost:"));
    expect(titleOf("Options and quotes")).toMatch(/^In net present cost .* least: \$/);
    expect(titleOf("Need and workloads")).toMatch(/serves 11\.4T tokens over 60 months/);
    for (const { title } of slides) expect(title).not.toMatch(/\.$/);
  });

  it("lends no words of a section of own text to another one\u2019s table", () => {
    const key = "netPresentCost:on-premises";
    const run = (text: string, figureKey: string | null) => ({
      ...{ text, figureKey, isBold: false, isItalic: false, href: null },
    });
    const own = {
      ...{ id: "a-text", title: "Why now" },
      blocks: [
        {
          kind: "prose" as const,
          paragraphs: [{ style: "plain" as const, runs: [run("Mine: ", null), run("$1M", key)] }],
        },
      ],
    };
    const withOwn = { ...document, sections: [own, ...document.sections] };
    expect(sentenceNaming(withOwn, "netPresentCost:")).toBe(
      sentenceNaming(document, "netPresentCost:"),
    );
  });

  it("says a sentence once on a slide: what became the title is not among the words", () => {
    for (const slide of slides)
      if (slide.kind === "parts")
        for (const part of slide.parts)
          if (part.kind === "text")
            expect(
              part.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join("")).join(" "),
            ).not.toContain(slide.title);
  });

  it("tells the speaker the whole of a section and the sources behind it", () => {
    const need = slides.find(({ section }) => section === "Need and workloads");
    expect(need?.notes).toContain("Halden Mutual is a fictional insurer");
    expect(need?.notes).toMatch(/Sources: .*; and \d+ more, under the assumptions of the PDF\./);
  });

  it("has slides of what is there where nothing is proposed", () => {
    const empty = deckStory({ ...document, sections: [] });
    expect(empty).toEqual([]);
  });
});
