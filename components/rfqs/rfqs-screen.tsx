"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextInput } from "@/components/ui/text-input";
import type { RfqRow } from "@/lib/views/rfqs";
import { RfqListItem } from "./rfq-list-item";

const NewRfqDialog = dynamic(() => import("./new-rfq-dialog").then((m) => m.NewRfqDialog), {
  ssr: false,
});

const addressed = parseAsStringLiteral(["rfq"]).withOptions({ history: "push" });
const handful = 7;

export type RfqsScreenProps = {
  readonly rows: readonly RfqRow[];
  /** What the organization reads amounts in. */
  readonly currency: string;
  readonly canEdit: boolean;
};

export function RfqsScreen({ rows, currency, canEdit }: RfqsScreenProps) {
  const [asked, setAsked] = useQueryState("new", addressed);
  const [find, setFind] = useState("");
  const wanted = find.trim().toLowerCase();
  const found = rows.filter(({ title, status }) =>
    `${title} ${status}`.toLowerCase().includes(wanted),
  );
  const button = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden size={14} />}
      onClick={() => void setAsked("rfq")}
    >
      New RFQ
    </Button>
  );
  return (
    <>
      <PageHead title="RFQs" actions={canEdit && rows.length > 0 && button} />
      <div className="mx-auto grid w-full max-w-[1680px] gap-3 px-4 py-5 md:px-7">
        {rows.length > handful && (
          <TextInput
            type="search"
            aria-label="Find an RFQ"
            placeholder="Find an RFQ"
            value={find}
            onChange={(event) => setFind(event.target.value)}
            className="w-52 max-sm:w-full"
          />
        )}
        {rows.length > 0 ? (
          <ul className="card divide-y divide-line">
            {found.map((row) => (
              <RfqListItem key={row.id} row={row} />
            ))}
            {found.length === 0 && (
              <li className="px-[18px] py-4 text-ink-2 text-sm">
                No RFQ has “{find}” in its title.
              </li>
            )}
          </ul>
        ) : canEdit ? (
          <EmptyState title="Ask for quotes" actions={button}>
            An RFQ says what is needed and until when. Begin one from an option of a plan, which
            fills in servers, racks and dates; suppliers fill in a workbook that comes back as a
            quote. About five minutes.
          </EmptyState>
        ) : (
          <p className="text-ink-2">No RFQs yet. Ask an editor to begin the first one.</p>
        )}
      </div>
      {asked && canEdit && <NewRfqDialog currency={currency} onClose={() => void setAsked(null)} />}
    </>
  );
}
