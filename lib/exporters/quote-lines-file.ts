import { csvRow, withoutFormula } from "@/lib/format";
import type { ListedLine } from "@/lib/schemas/quote-lines";
import { type LineRates, lineFileCells, lineFileHeads } from "@/lib/views/quote-lines";

const rowOf = (line: ListedLine, rates: LineRates) =>
  csvRow(
    lineFileCells(line, rates).map(({ text, isNumber }) =>
      isNumber ? text : withoutFormula(text),
    ),
  );

/** Quote lines as CSV, written as they are read. */
export function quoteLinesCsv({
  parts,
  ...rates
}: LineRates & {
  readonly parts: AsyncIterable<readonly ListedLine[]>;
}): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const left = parts[Symbol.asyncIterator]();
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(encoder.encode(csvRow(lineFileHeads(rates.currency))));
    },
    pull: async (controller) => {
      const { done, value } = await left.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.map((line) => rowOf(line, rates)).join("")));
    },
    cancel: async () => {
      await left.return?.();
    },
  });
}
