import type { QuoteLine } from "@/lib/schemas/quote";
import { type LinesChange, mostLinesChanged } from "@/lib/schemas/quote-inputs";
import type { LineDraft } from "./quote-draft";

/** Of long quotes what changed goes alone, where that is little; null where all of it is to be sent. */
export function linesChange(
  opened: readonly LineDraft[],
  now: readonly LineDraft[],
  lines: readonly QuoteLine[],
): LinesChange | null {
  const changed = lines.flatMap((line, at) => (now[at] === opened[at] ? [] : [{ at, line }]));
  const isLittle = changed.length <= mostLinesChanged && changed.length < lines.length / 2;
  return isLittle ? { count: lines.length, changed } : null;
}
