import { sectionKinds } from "@/lib/schemas/proposal";
import { wordsOf } from "./deck-words";
import type { DocumentSection, ProposalDocument, ProseParagraph, ProseRun } from "./document";
import { withoutPoint } from "./without-point";

/** A sentence ends before a capital, a digit or a quote; an amount's point is followed by no space. */
const sentenceEnd = /[.!?](?=\s+["\u201c(]?[\p{Lu}\p{N}])/u;

/** A paragraph's first sentence without its point, and what is left of the paragraph. */
export function firstSentence(paragraph: ProseParagraph): {
  readonly sentence: string;
  readonly rest: ProseParagraph | null;
} {
  const words = wordsOf(paragraph);
  const found = sentenceEnd.exec(words);
  if (!found) return { sentence: withoutPoint(words), rest: null };
  return {
    sentence: words.slice(0, found.index),
    rest: { ...paragraph, runs: runsFrom(paragraph.runs, found.index + 1) },
  };
}

function runsFrom(runs: readonly ProseRun[], from: number): readonly ProseRun[] {
  let at = 0;
  const left = runs.flatMap((run) => {
    const cut = Math.max(0, from - at);
    at += run.text.length;
    return cut < run.text.length ? [{ ...run, text: run.text.slice(cut) }] : [];
  });
  return left.map((run, index) => (index === 0 ? { ...run, text: run.text.trimStart() } : run));
}

/**
 * The first sentence of the sections that Loadline writes that names such a figure: `netPresentCost:`, `cash-`. A
 * section of own text says what its writer means it to say, and nothing of another one’s table.
 */
export function sentenceNaming(
  { sections }: Pick<ProposalDocument, "sections">,
  keyBegins: string,
): string | null {
  for (const paragraph of sections.filter(isUsual).flatMap(paragraphsOf)) {
    let left: ProseParagraph | null = paragraph;
    while (left) {
      const { sentence, rest }: ReturnType<typeof firstSentence> = firstSentence(left);
      if (runsWithin(left, sentence.length).some((key) => key.startsWith(keyBegins)))
        return sentence;
      left = rest;
    }
  }
  return null;
}

const usual: ReadonlySet<string> = new Set(sectionKinds.filter((kind) => kind !== "text"));
const isUsual = ({ id }: DocumentSection) => usual.has(id);

function runsWithin({ runs }: ProseParagraph, length: number): readonly string[] {
  let at = 0;
  return runs.flatMap(({ text, figureKey }) => {
    const begins = at;
    at += text.length;
    return begins < length && figureKey !== null ? [figureKey] : [];
  });
}

const paragraphsOf = ({ blocks }: DocumentSection): readonly ProseParagraph[] =>
  blocks.flatMap((block) =>
    block.kind === "lead" || block.kind === "prose" ? block.paragraphs : [],
  );
