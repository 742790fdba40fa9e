/** What a cell says, and where the sign or the line break stands that ends it. */
export type DelimitedCell = { readonly value: string; readonly end: number };

const lineFeed = 10;
const carriageReturn = 13;

/** The cell of a delimited text (RFC 4180, whatever the sign) that begins here; null where its quotation mark never closes. */
export function cellAt(text: string, start: number, delimiter: string): DelimitedCell | null {
  if (text[start] === '"') {
    const close = closingQuote(text, start);
    if (close < 0) return null;
    if (isEnd(text, close + 1, delimiter)) {
      const inner = text.slice(start + 1, close);
      return { value: inner.includes('"') ? inner.replaceAll('""', '"') : inner, end: close + 1 };
    }
  }
  return plainCellAt(text, start, delimiter);
}

/** The same, with quotation marks as any other letter. */
export function plainCellAt(text: string, start: number, delimiter: string): DelimitedCell {
  let end = start;
  while (!isEnd(text, end, delimiter)) end += 1;
  return { value: text.slice(start, end), end };
}

/** Behind the line break that begins here. */
export const afterBreak = (text: string, at: number): number =>
  at + (text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1);

/** The first quotation mark that is not doubled, or -1. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function isEnd(text: string, at: number, delimiter: string): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === lineFeed || code === carriageReturn || code === delimiter.charCodeAt(0);
}
