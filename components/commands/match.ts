export type TextRange = readonly [from: number, to: number];

export type Match = {
  /** Lower is better. */
  readonly score: number;
  /** Where the label was found, to be shown in bold. */
  readonly ranges: readonly TextRange[];
};

const plain = (text: string) => text.toLowerCase();

/** Where a word is found: at the start of the text, of a word, or inside one. */
function found(text: string, word: string): { at: number; cost: number } | null {
  if (text.startsWith(word)) return { at: 0, cost: 0 };
  let at = text.indexOf(word);
  const first = at;
  while (at >= 0) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ")) return { at, cost: 1 };
    at = text.indexOf(word, at + 1);
  }
  return first < 0 ? null : { at: first, cost: 3 };
}

/** Every word that was typed must be found in the label or among the keywords. */
export function match(query: string, label: string, keywords = ""): Match | null {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const [inLabel, inKeywords] = [plain(label), plain(keywords)];
  let score = 0;
  const ranges: TextRange[] = [];
  for (const word of words) {
    const here = found(inLabel, word);
    if (here) {
      score += here.cost;
      ranges.push([here.at, here.at + word.length]);
      continue;
    }
    const other = found(inKeywords, word);
    if (!other) return null;
    score += 5 + other.cost;
  }
  // Of two that fit alike, the shorter name is nearer to what was typed.
  return { score: score + label.length / 1000, ranges: merged(ranges) };
}

function merged(ranges: readonly TextRange[]): readonly TextRange[] {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  return sorted.reduce<TextRange[]>((kept, range) => {
    const last = kept.at(-1);
    if (last && range[0] <= last[1]) kept[kept.length - 1] = [last[0], Math.max(last[1], range[1])];
    else kept.push(range);
    return kept;
  }, []);
}
