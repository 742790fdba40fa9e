"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useMemo, useState } from "react";
import { PageHead } from "@/components/shell/page-head";
import { useArrangement } from "@/components/tables/use-arrangement";
import { ButtonLink } from "@/components/ui/button-link";
import { FieldError } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { sumInOne } from "@/lib/engine";
import { counted } from "@/lib/format";
import { type LineRates, lineColumns, sumText } from "@/lib/views/quote-lines";
import { askedLines } from "./asked-lines";
import { copiedText } from "./copy-lines";
import { useGridColumns } from "./grid-columns";
import { rangeOf, singleCell } from "./grid-selection";
import { LinesGrid } from "./lines-grid";
import { LinesTools } from "./lines-tools";
import { itemsOf, useLines } from "./use-lines";

export type LinesScreenProps = {
  readonly currency: string;
  readonly suppliers: readonly { readonly id: string; readonly name: string }[];
  /** Over the table, where something is left out of it. */
  readonly note?: ReactNode;
};

/** Every line of every quote that counts, in one table. */
export function LinesScreen({ currency, suppliers, note }: LinesScreenProps) {
  const router = useRouter();
  const toast = useToast();
  const state = useArrangement();
  const { arrangement, arrange } = state;
  const asked = useMemo(() => askedLines(arrangement), [arrangement]);
  const lines = useLines(asked);
  const columns = useMemo(() => lineColumns(currency), [currency]);
  const shown = useGridColumns(columns, arrangement, (sort) => arrange({ sort }));
  const [selection, setSelection] = useState(() => singleCell({ row: 0, column: 0 }));
  const rates: LineRates = lines.rates ?? { currency, factors: {}, undated: [] };
  const sum = sumInOne(lines.sums, rates.currency, rates.factors);

  const copy = async () => {
    const range = rangeOf(selection);
    const items = await itemsOf(lines, range.rows);
    if (typeof items === "string") return toast.show({ text: items, tone: "failure" });
    const [from, to] = range.columns;
    const chosen = { columns: shown.slice(from, to + 1), rates, group: asked.group };
    try {
      await navigator.clipboard.writeText(copiedText(items, chosen));
      toast.show({ text: `${counted(items.length, "row")} copied` });
    } catch {
      toast.show({ text: "Not copied: the browser refused.", tone: "failure" });
    }
  };
  const open = (row: number) => {
    const item = lines.itemAt(row);
    if (item?.kind === "group") lines.toggle(item.group.key);
    else if (item?.line) router.push(`/quotes/${item.line.quoteId}`);
  };
  return (
    <>
      <PageHead title="Quote lines" actions={<ButtonLink href="/quotes">Quotes</ButtonLink>} />
      <div className="mx-auto grid w-full max-w-[1680px] gap-3 px-4 py-5 md:px-7">
        {note}
        <LinesTools
          {...{ state, columns, suppliers }}
          fileAddress={`/quotes/lines/file?${lines.query}`}
          onCopy={() => void copy()}
        />
        {lines.refusal && <FieldError>{lines.refusal}</FieldError>}
        {lines.rates && lines.count === 0 ? (
          <NoLines
            isFiltered={!state.isPlain}
            onShowAll={() => arrange({ find: "", show: "all", where: {}, group: "" })}
          />
        ) : (
          <LinesGrid
            {...{ lines, rates, selection }}
            group={asked.group}
            columns={shown}
            onSelect={setSelection}
            onCopy={() => void copy()}
            onOpen={open}
          />
        )}
        {lines.rates && lines.count > 0 && (
          <p className="text-ink-3 text-xs" role="status">
            {counted(sum.lines, "line")}, {sumText(sum, lines.sums, rates)}
          </p>
        )}
      </div>
    </>
  );
}

function NoLines(props: { readonly isFiltered: boolean; readonly onShowAll: () => void }) {
  if (!props.isFiltered)
    return (
      <p className="py-7 text-center text-ink-2 text-sm">
        No quote has a line yet. Enter a quote, or import one.
      </p>
    );
  return (
    <p className="py-7 text-center text-ink-2 text-sm">
      No line is like that.{" "}
      <button type="button" className="link min-h-6" onClick={props.onShowAll}>
        Show all lines
      </button>
    </p>
  );
}
