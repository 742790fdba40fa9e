"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { writeLines } from "@/lib/schemas/lines-address";
import {
  type LineGroup,
  type LineGrouping,
  type LineSum,
  type ListedLine,
  linesPageSize,
} from "@/lib/schemas/quote-lines";
import type { LineRates } from "@/lib/views/quote-lines";
import type { AskedLines } from "./asked-lines";
import { createLinePages, readLineGroups, readLineRows } from "./line-pages";

/** What is on screen: the last that was asked for and has arrived. */
type Shown = {
  readonly asked: AskedLines;
  readonly query: string;
  readonly rates: LineRates;
  readonly sums: readonly LineSum[];
  readonly groups: readonly LineGroup[] | null;
};

export type GridItem =
  | { readonly kind: "line"; readonly line: ListedLine | undefined }
  | { readonly kind: "group"; readonly group: LineGroup; readonly isOpen: boolean };

const notRead: GridItem = { kind: "line", line: undefined };
const itemsOfLines = new WeakMap<ListedLine, GridItem>();

/** The same item each time: a row whose item stays is not drawn again while others scroll by. */
function itemOf(line: ListedLine | undefined): GridItem {
  if (!line) return notRead;
  const known = itemsOfLines.get(line);
  if (known) return known;
  const item: GridItem = { kind: "line", line };
  itemsOfLines.set(line, item);
  return item;
}

const countOf = (sums: readonly LineSum[]) => sums.reduce((all, { lines }) => all + lines, 0);
const queryOf = (asked: AskedLines) => writeLines(asked).toString();
const filterOf = ({ filter }: AskedLines) => writeLines({ filter, order: null }).toString();

/** The lines an arrangement asks for, read a page at a time as they come into sight. */
export function useLines(asked: AskedLines) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [, setDrawn] = useState(0);
  const [pages] = useState(() => createLinePages(() => setDrawn((now) => now + 1), setRefusal));
  const key = `${queryOf(asked)} ${asked.group}`;
  useFirstPage({ key, asked, shown, pages, setShown, setRefusal, setOpen });

  const segments = useMemo(() => (shown ? segmentsOf(shown, open) : []), [shown, open]);
  const count = segments.reduce((all, { length }) => all + length, 0);
  const itemAt = (index: number): GridItem | undefined => {
    const at = segmentAt(segments, index);
    if (!at) return undefined;
    const { segment, place } = at;
    return segment.kind === "group" ? segment : itemOf(pages.at(segment.query, place));
  };
  /** Reads what comes into sight, and the page after it. */
  const want = useCallback(
    (first: number, last: number) => {
      for (let index = first; index <= last + linesPageSize; index += linesPageSize) {
        const at = segmentAt(segments, Math.min(index, count - 1));
        if (at?.segment.kind === "lines")
          void pages.ask(at.segment.query, Math.floor(at.place / linesPageSize));
      }
      const end = segmentAt(segments, last);
      if (end?.segment.kind === "lines")
        void pages.ask(end.segment.query, Math.floor(end.place / linesPageSize));
    },
    [segments, count, pages],
  );
  const toggle = useCallback(
    (groupKey: string) =>
      setOpen((now) => {
        const next = new Set(now);
        if (!next.delete(groupKey)) next.add(groupKey);
        return next;
      }),
    [],
  );
  return {
    ...{ count, itemAt, want, toggle, refusal, segments },
    rates: shown?.rates ?? null,
    sums: shown?.sums ?? [],
    groups: shown?.groups ?? null,
    query: shown?.query ?? "",
    isCurrent: shown !== null && `${shown.query} ${shown.asked.group}` === key,
  };
}

export type Lines = ReturnType<typeof useLines>;

type Reading = {
  readonly key: string;
  readonly asked: AskedLines;
  readonly shown: Shown | null;
  readonly pages: ReturnType<typeof createLinePages>;
  readonly setShown: (shown: Shown) => void;
  readonly setRefusal: (message: string | null) => void;
  readonly setOpen: (open: ReadonlySet<string>) => void;
};

/** One question at a time: while somebody types, only the last one is worth an answer. */
function useFirstPage(reading: Reading): void {
  const newest = useRef(reading);
  newest.current = reading;
  const isReading = useRef(false);
  useEffect(() => {
    if (isReading.current || reading.key === "") return;
    isReading.current = true;
    void readUntil(newest).finally(() => {
      isReading.current = false;
    });
  }, [reading.key]);
}

async function readUntil(newest: { readonly current: Reading }): Promise<void> {
  for (;;) {
    const { key, asked, shown, pages, setShown, setRefusal, setOpen } = newest.current;
    const query = queryOf(asked);
    const isSameFilter = shown !== null && filterOf(shown.asked) === filterOf(asked);
    const limit = linesPageSize;
    const first = await readLineRows(query, { offset: 0, limit, totals: !isSameFilter });
    const grouped = asked.group && first.ok ? await readLineGroups(query, asked.group) : null;
    if (newest.current.key === key) {
      if (!first.ok) return setRefusal(first.message);
      if (grouped && !grouped.ok) return setRefusal(grouped.message);
      const { lines, sums, currency, factors, undated } = first.data;
      pages.put(query, 0, lines);
      setRefusal(null);
      if (!isSameFilter || shown?.asked.group !== asked.group) setOpen(new Set());
      return setShown({
        ...{ asked, query, rates: { currency, factors, undated } },
        sums: sums ?? shown?.sums ?? [],
        groups: grouped ? grouped.data.groups : null,
      });
    }
  }
}

export type Segment =
  | { readonly kind: "lines"; readonly query: string; readonly length: number }
  | {
      readonly kind: "group";
      readonly group: LineGroup;
      readonly isOpen: boolean;
      readonly length: 1;
    };

function segmentsOf(shown: Shown, open: ReadonlySet<string>): readonly Segment[] {
  const { asked, query, groups, sums } = shown;
  if (!groups || !asked.group) return [{ kind: "lines", query, length: countOf(sums) }];
  const by: LineGrouping = asked.group;
  return groups.flatMap((group): Segment[] => {
    const isOpen = open.has(group.key);
    const head: Segment = { kind: "group", group, isOpen, length: 1 };
    const filter = { ...asked.filter, within: { by, key: group.key } };
    const within = queryOf({ ...asked, filter });
    const length = countOf(group.sums);
    return isOpen ? [head, { kind: "lines", query: within, length }] : [head];
  });
}

function segmentAt(segments: readonly Segment[], index: number) {
  let left = index;
  for (const segment of segments) {
    if (left < segment.length) return { segment, place: left };
    left -= segment.length;
  }
  return null;
}

/** The items of a range, read in large pages where they were not in sight yet. */
export async function itemsOf(
  lines: Pick<Lines, "segments" | "itemAt">,
  [first, last]: readonly [number, number],
): Promise<readonly GridItem[] | string> {
  const items: GridItem[] = [];
  let from = 0;
  for (const segment of lines.segments) {
    const to = from + segment.length;
    const [begin, end] = [Math.max(from, first), Math.min(to - 1, last)];
    for (let index = begin; index <= end; ) {
      const item = lines.itemAt(index);
      if (segment.kind === "group" || (item?.kind === "line" && item.line)) {
        if (item) items.push(item);
        index += 1;
        continue;
      }
      const limit = Math.min(copyPage, end - index + 1);
      const answer = await readLineRows(segment.query, { offset: index - from, limit });
      if (!answer.ok) return answer.message;
      if (answer.data.lines.length === 0) break;
      items.push(...answer.data.lines.map((line) => ({ kind: "line", line }) as const));
      index += answer.data.lines.length;
    }
    from = to;
  }
  return items;
}
const copyPage = 5000;
