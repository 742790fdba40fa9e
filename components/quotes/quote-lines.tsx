"use client";

import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { newId } from "@/components/plans/new-id";
import { useToast } from "@/components/ui/toast";
import { quoteTotals } from "@/lib/engine";
import { counted } from "@/lib/format";
import { maxQuoteLines, type QuoteContent } from "@/lib/schemas/quote";
import { EntryCard, EntryHead } from "./entry-card";
import { entryError } from "./entry-cells";
import { type LinePage, LinePager, pageOf, useLinePage } from "./line-page";
import { pastedLines } from "./pasted-lines";
import { emptyLine, type LineDraft } from "./quote-draft";
import { QuoteLineRow } from "./quote-line-row";

export type QuoteLinesProps = {
  readonly lines: readonly LineDraft[];
  readonly onChange: (lines: readonly LineDraft[]) => void;
  /** The same as far as it can be read, for the amounts. */
  readonly content: QuoteContent;
  readonly currency: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  /** Numbers of lines, from 1, that a figure of an option came from. */
  readonly marked: readonly number[];
};

const heads = [
  ["Category", "w-30"],
  ["Description", "min-w-40 @5xl:min-w-44"],
  ["Part number", "w-24 @5xl:w-32"],
  ["Quantity", "w-18 @5xl:w-22"],
  ["Unit price", "w-30 @5xl:w-32"],
  ["Discount, %", "w-20"],
  ["Paid", "w-26"],
  ["Months", "w-18"],
  ["Tax, %", "w-18"],
] as const;

/** Enter adds a line below; rows copied from a spreadsheet land as lines. */
export function QuoteLines(props: QuoteLinesProps) {
  const { lines, onChange, content, currency, errors, readOnly, marked } = props;
  const toast = useToast();
  const table = useRef<HTMLTableElement>(null);
  const totals = quoteTotals(content, currency);
  const insert = (at: number, added: readonly LineDraft[]) =>
    onChange([...lines.slice(0, at), ...added, ...lines.slice(at)].slice(0, maxQuoteLines));
  const page = useLinePage(lines.length);
  const focusLine = (at: number) => {
    page.showLine(at);
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLInputElement>(`[data-description="${at}"] input`)?.focus(),
    );
  };
  useFirstError(errors, page);
  useFirstMarked(marked, page, table);
  const addAt = (at: number) => {
    insert(at, [emptyLine()]);
    focusLine(at);
  };
  const remove = (at: number) => {
    onChange(lines.filter((_, index) => index !== at));
    const name = lines[at]?.description || `Line ${at + 1}`;
    toast.show({ text: `${name} removed`, undo: () => onChange(lines) });
  };
  const press = (event: KeyboardEvent, at: number) => {
    if (event.key !== "Enter" || readOnly || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    addAt(at + 1);
  };
  const paste = (event: ClipboardEvent, at: number) => {
    const added = pastedLines(event.clipboardData.getData("text/plain"));
    if (readOnly || !added || added.length === 0) return;
    event.preventDefault();
    const isBlank = lines[at]?.description === "" && lines[at]?.unitPrice === "";
    onChange([...lines.slice(0, isBlank ? at : at + 1), ...added, ...lines.slice(at + 1)]);
    toast.show({ text: `${counted(added.length, "line")} pasted`, undo: () => onChange(lines) });
  };
  return (
    <EntryCard
      id="lines"
      title="Lines"
      noun="line"
      count={lines.length}
      tools={<LinePager page={page} count={lines.length} />}
      addLabel="Add a line"
      onAdd={readOnly ? undefined : () => addAt(lines.length)}
      empty={
        readOnly
          ? "No lines were entered."
          : "Add the first line, then paste more from a spreadsheet: description, part number, quantity, unit price."
      }
    >
      <table ref={table} className="w-full text-left text-sm">
        <EntryHead heads={heads}>
          <th
            scope="col"
            className="bg-sunken px-2 py-2 text-right font-label @5xl:sticky @5xl:right-10"
          >
            {currency}
          </th>
        </EntryHead>
        <tbody>
          {lines.slice(page.from, page.to).map((line, place) => {
            const index = page.from + place;
            return (
              <QuoteLineRow
                key={line.key}
                line={line}
                place={index + 1}
                total={totals.lines[index]}
                error={entryError(errors, "lines", index)}
                readOnly={readOnly}
                isMarked={marked.includes(index + 1)}
                onChange={(part) =>
                  onChange(lines.map((one, at) => (at === index ? { ...one, ...part } : one)))
                }
                onDuplicate={() => insert(index + 1, [{ ...line, key: newId() }])}
                onRemove={() => remove(index)}
                onKeyDown={(event) => press(event, index)}
                onPaste={(event) => paste(event, index)}
              />
            );
          })}
        </tbody>
      </table>
    </EntryCard>
  );
}

/** What cannot be saved comes into sight. */
function useFirstError(errors: Readonly<Record<string, string>>, { showLine }: LinePage) {
  useEffect(() => {
    const places = Object.keys(errors).flatMap((path) => /^lines\.(\d+)\./.exec(path)?.[1] ?? []);
    if (places.length > 0) showLine(Math.min(...places.map(Number)));
  }, [errors, showLine]);
}

/** A line that a figure came from comes into sight. */
function useFirstMarked(
  marked: readonly number[],
  { showLine, page }: LinePage,
  table: RefObject<HTMLTableElement | null>,
) {
  const [first] = marked;
  const shown = useRef<number | null>(null);
  useEffect(() => {
    if (first === undefined || shown.current === first) return;
    showLine(first - 1);
    if (page !== pageOf(first - 1)) return;
    shown.current = first;
    table.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  }, [first, showLine, page, table]);
}
