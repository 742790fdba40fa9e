"use client";

import { clsx } from "clsx";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { KindChip } from "@/components/ui/kind-chip";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Cell, Column, TableView } from "@/lib/views/types";

/**
 * A table as it stands on paper: all of it, in its own order. A component of the browser, so that a page carries
 * its cells once as text and once as data, and not as elements.
 */
export function DocumentTable(props: { readonly table: TableView; readonly label: string }) {
  const { table, label } = props;
  const { columns, rows, totals, caption } = table;
  return (
    <ScrollRegion label={label} className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-line-strong border-b text-ink-3 text-xs">
            {columns.map(({ id, label, unit, align }) => (
              <th
                key={id}
                scope="col"
                className={clsx("px-2 py-1.5 font-label first:pl-0", side(align))}
              >
                {label}
                {unit && <span className="block font-normal">{unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-line border-b">
              <Cells columns={columns} cells={row.cells} />
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr className="border-line-strong border-t font-title">
              <Cells columns={columns} cells={totals} />
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollRegion>
  );
}

const side = (align: Column["align"]) => (align === "right" ? "text-right" : "text-left");

function Cells(props: { readonly columns: readonly Column[]; readonly cells: readonly Cell[] }) {
  return props.columns.map(({ id, align }, at) => {
    const cell = props.cells[at];
    return (
      <td
        key={id}
        className={clsx(
          "px-2 py-1.5 align-top first:pl-0",
          side(align),
          cell?.isStrong && "font-title",
        )}
      >
        {cell?.kind && <KindChip kind={cell.kind} className="mr-1.5" />}
        {cell?.text}
        {cell?.evidence && <EvidenceMark evidence={cell.evidence} className="ml-1.5" />}
        {cell?.mark && <span className="ml-1.5 text-ink-3 text-xs">{cell.mark}</span>}
        {cell?.note && <span className="block text-ink-3 text-xs">{cell.note}</span>}
      </td>
    );
  });
}
