"use client";

import { Copy, Download } from "lucide-react";
import { TableTools } from "@/components/tables/table-tools";
import type { ArrangementState } from "@/components/tables/use-arrangement";
import { Button, buttonClass } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { quoteCategories, quoteStatuses } from "@/lib/schemas/quote";
import { lineGroupings } from "@/lib/schemas/quote-lines";
import { groupingNames } from "@/lib/views/quote-lines";
import { categoryNames } from "@/lib/views/quote-names";
import type { Column } from "@/lib/views/types";

export type LinesToolsProps = {
  readonly state: ArrangementState;
  readonly columns: readonly Column[];
  readonly suppliers: readonly { readonly id: string; readonly name: string }[];
  /** Where the same lines come from as a file. */
  readonly fileAddress: string;
  readonly onCopy: () => void;
};

const any = "";

/** What the table shows and how: words, filters, groups, columns, views. */
export function LinesTools({ state, columns, suppliers, fileAddress, onCopy }: LinesToolsProps) {
  const { arrangement, arrange } = state;
  const { where = {}, group, show } = arrangement;
  const filter = (part: typeof where) => arrange({ where: { ...where, ...part } });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TableTools
        tableId="quote-lines"
        columns={columns}
        state={state}
        findLabel="Find in quote lines"
        canReorder
        canPin
      />
      <Select
        aria-label="Category"
        value={where.category ?? any}
        onValueChange={(category) => filter({ category })}
        options={[
          { value: any, label: "Any category" },
          ...quoteCategories.map((value) => ({
            value: value as string,
            label: categoryNames[value],
          })),
        ]}
      />
      <Select
        aria-label="Supplier"
        value={where.supplier ?? any}
        onValueChange={(supplier) => filter({ supplier })}
        options={[
          { value: any, label: "Any supplier" },
          ...suppliers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        className="max-w-48"
      />
      <Select
        aria-label="Status"
        value={where.status ?? any}
        onValueChange={(status) => filter({ status })}
        options={[
          { value: any, label: "Any status" },
          ...quoteStatuses.map((value) => ({ value: value as string, label: value })),
        ]}
      />
      <Select
        aria-label="Prices"
        value={show === "unpriced" ? "unpriced" : "all"}
        onValueChange={(next) => arrange({ show: next })}
        options={[
          { value: "all", label: "Priced or not" },
          { value: "unpriced", label: "Unpriced only" },
        ]}
      />
      <Select
        aria-label="Group by"
        value={group ?? any}
        onValueChange={(next) => arrange({ group: next })}
        options={[
          { value: any, label: "No groups" },
          ...lineGroupings.map((value) => ({
            value: value as string,
            label: `By ${groupingNames[value].toLowerCase()}`,
          })),
        ]}
      />
      <Button icon={<Copy aria-hidden size={14} />} onClick={onCopy}>
        Copy
      </Button>
      <a href={fileAddress} download className={buttonClass({})}>
        <Download aria-hidden size={14} />
        CSV
      </a>
    </div>
  );
}
