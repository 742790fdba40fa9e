import type { RichParagraph, RichRun, RichText } from "@/lib/schemas/rich-text";
import type { ProseParagraph, ProseRun } from "./document";
import type { ProposalFigure } from "./figures";

export type Figures = ReadonlyMap<string, ProposalFigure>;

/** What a reader sees where a figure was: never a number that nobody computed. */
const gone = (label: string) => `[${label || "figure"}: no longer in the plan]`;

/** Prose as it reads, each figure as it is computed now. */
export const proseOf = (text: RichText, figures: Figures): readonly ProseParagraph[] =>
  text.map(({ style, runs }) => ({ style, runs: runs.map((run) => runOf(run, figures)) }));

function runOf(run: RichRun, figures: Figures): ProseRun {
  if (run.kind === "figure")
    return {
      text: figures.get(run.key)?.value ?? gone(run.label),
      ...{ isBold: true, isItalic: false, href: null, figureKey: run.key },
    };
  const { text, bold = false, italic = false, href = null } = run;
  return { text, isBold: bold, isItalic: italic, href, figureKey: null };
}

/** The figures that a text names and the plan does not have any more, each once. */
export function goneFigures(text: RichText, figures: Figures): readonly string[] {
  const labels = text.flatMap(({ runs }) =>
    runs.flatMap((run) => (run.kind === "figure" && !figures.has(run.key) ? [run.label] : [])),
  );
  return [...new Set(labels)];
}

/** Words, or the key of a figure as `{ figure }`. What names a figure that is not there is left out whole. */
export type Phrase = string | { readonly figure: string };

/** A paragraph written from phrases; null where one of its figures is not there. */
export function written(
  figures: Figures,
  phrases: readonly Phrase[],
  style: RichParagraph["style"] = "plain",
): RichParagraph | null {
  const runs: RichRun[] = [];
  for (const phrase of phrases) {
    if (typeof phrase === "string") {
      if (phrase !== "") runs.push({ kind: "text", text: phrase });
      continue;
    }
    const found = figures.get(phrase.figure);
    if (!found) return null;
    runs.push({ kind: "figure", key: found.key, label: `${found.label}, ${found.group}` });
  }
  return { style, runs };
}

/** Plain words as a text. */
export const plainText = (...paragraphs: readonly string[]): RichText =>
  paragraphs
    .filter((text) => text !== "")
    .map((text) => ({ style: "plain", runs: [{ kind: "text", text }] }));

export const isParagraph = (found: RichParagraph | null): found is RichParagraph => found !== null;
