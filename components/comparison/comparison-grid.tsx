"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { KindChip } from "@/components/ui/kind-chip";
import { Pill } from "@/components/ui/pill";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { ComparisonColumn, ComparisonView } from "@/lib/views/comparison/types";
import type { FigureRef } from "@/lib/views/types";
import { CellFigure } from "./comparison-cell";

type ComparisonGridProps = {
  readonly view: Pick<ComparisonView, "columns" | "groups" | "headline">;
  readonly hidden: readonly string[];
  /** The two columns that a narrow page shows. */
  readonly pair: readonly string[];
  readonly onOpen?: (ref: FigureRef) => void;
};

const headWidth = "w-[222px] max-lg:w-[34%]";
/** Stays in sight while the offers scroll. */
const labelColumn = "lg:sticky lg:left-0 lg:z-[1] lg:shadow-[1px_0_0_var(--color-line)]";

/** Offers as columns, what is asked of them as rows; references are shaded. */
export function ComparisonGrid({ view, hidden, pair, onOpen }: ComparisonGridProps) {
  const { columns, groups, headline } = view;
  const groupsShown = groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ id }) => !hidden.includes(id)) }))
    .filter(({ rows }) => rows.length > 0);
  const columnClass = ({ optionId, isOffer }: ComparisonColumn) =>
    clsx(!isOffer && "bg-canvas", !pair.includes(optionId) && "max-lg:hidden");
  return (
    <ScrollRegion label="Comparison of quotes" className="card scrolls-x">
      <table className="w-full table-fixed border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{headline}</caption>
        <thead>
          <tr>
            <td className={`${headWidth} ${labelColumn} border-line-strong border-b bg-surface`} />
            {columns.map((column) => (
              <th
                key={column.optionId}
                scope="col"
                className={clsx(
                  "border-line-strong border-b border-l border-l-line px-4 py-3 text-left align-top max-lg:px-2.5 lg:w-[170px]",
                  columnClass(column),
                )}
              >
                <ColumnHead column={column} />
              </th>
            ))}
          </tr>
        </thead>
        {groupsShown.map(({ id, title, rows }) => (
          <tbody key={id}>
            <tr>
              {/* A head that spans hidden columns would bring them back as empty ones. */}
              {[columns.length + 1, pair.length + 1].map((span, index) => (
                <th
                  key={index === 0 ? "wide" : "narrow"}
                  colSpan={span}
                  scope="rowgroup"
                  className={clsx(
                    "h-7 border-line border-b bg-sunken px-4 py-1 text-left font-title text-xs max-lg:px-2.5",
                    index === 0 ? "max-lg:hidden" : "lg:hidden",
                  )}
                >
                  <span className="lg:sticky lg:left-4">{title}</span>
                </th>
              ))}
            </tr>
            {rows.map(({ id: rowId, label, detail, cells }) => (
              <tr key={rowId}>
                <th
                  scope="row"
                  className={`${labelColumn} h-9 border-line border-b bg-surface px-4 py-1.5 text-left align-middle font-text text-ink-2 max-lg:px-2.5`}
                >
                  {label}
                  {detail && (
                    <span className="block text-2xs text-ink-3 leading-tight">{detail}</span>
                  )}
                </th>
                {columns.map((column, index) => {
                  const cell = cells[index];
                  return (
                    <td
                      key={column.optionId}
                      className={clsx(
                        "border-line border-b border-l px-4 py-1.5 text-right align-middle max-lg:px-2.5",
                        columnClass(column),
                      )}
                    >
                      {cell && <CellFigure cell={cell} kind={column.kind} onOpen={onOpen} />}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

function ColumnHead({ column }: { readonly column: ComparisonColumn }) {
  const { kind, name, detail, quoteId, flags } = column;
  return (
    <div className="flex items-start gap-2 max-lg:flex-col max-lg:gap-1">
      <KindChip kind={kind} className="shrink-0" />
      <div className="min-w-0">
        {quoteId === null ? (
          <span className="block font-title text-base leading-[1.125rem]">{name}</span>
        ) : (
          <Link
            href={`/quotes/${quoteId}`}
            className="link block font-title text-base leading-[1.125rem]"
          >
            {name}
          </Link>
        )}
        <span className="block font-text text-ink-3 text-xs">{detail}</span>
        {flags.length > 0 && (
          <span className="mt-1 flex flex-wrap gap-1">
            {flags.map(({ text, tone }) => (
              <Pill key={text} tone={tone}>
                {text}
              </Pill>
            ))}
          </span>
        )}
      </div>
    </div>
  );
}
