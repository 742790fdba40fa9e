"use client";

import { Ban, ChevronDown, LockKeyholeOpen, PackageCheck } from "lucide-react";
import { useState } from "react";
import {
  endRfqAction,
  openRfqAnswersAction,
  openRfqAnswersEarlyAction,
} from "@/app/(product)/(app)/rfqs/actions";
import { Button } from "@/components/ui/button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { SentenceDialog } from "@/components/ui/sentence-dialog";
import { isClosedToEyes, type StoredRfq } from "@/lib/schemas/rfq";
import type { RfqForm } from "./use-rfq-form";

/** What ends an RFQ or opens its answers. */
export function RfqMenu({ rfq, form }: { readonly rfq: StoredRfq; readonly form: RfqForm }) {
  const [asking, setAsking] = useState(false);
  const at = { rfqId: rfq.id, expectedVersion: rfq.version };
  const waits = isClosedToEyes(rfq) && (rfq.status === "sent" || rfq.status === "closed");
  const end = (status: "closed" | "cancelled") =>
    void form.act(() => endRfqAction({ ...at, status }), `The RFQ is ${status}`);
  // A refusal is said on the page, where the whole form says its own.
  const openEarly = async (reason: string) => {
    await form.act(() => openRfqAnswersEarlyAction({ ...at, reason }), "The answers are open");
    return undefined;
  };
  const isOpen = rfq.status === "draft" || rfq.status === "sent";
  const items: MenuItem[] = [
    ...(waits && !rfq.isOver && rfq.canOpenEarly
      ? [
          {
            label: "Open answers before the deadline",
            icon: <LockKeyholeOpen aria-hidden size={14} />,
            onSelect: () => setAsking(true),
          },
        ]
      : []),
    ...(rfq.status === "sent"
      ? [
          {
            label: "Close: take no more answers",
            icon: <PackageCheck aria-hidden size={14} />,
            onSelect: () => end("closed"),
          },
        ]
      : []),
    ...(isOpen
      ? [
          {
            label: "Cancel this RFQ",
            icon: <Ban aria-hidden size={14} />,
            danger: true,
            onSelect: () => end("cancelled"),
          },
        ]
      : []),
  ];
  return (
    <>
      {waits && rfq.isOver && (
        <Button
          variant="primary"
          busy={form.busy}
          disabled={form.unsaved}
          icon={<LockKeyholeOpen aria-hidden size={14} />}
          onClick={() =>
            void form.act(
              () => openRfqAnswersAction(at),
              "The answers are open: they are quotes now",
            )
          }
        >
          Open the answers
        </Button>
      )}
      {items.length > 0 && (
        <Menu
          label="Actions for this RFQ"
          items={items}
          trigger={(trigger) => (
            <Button {...trigger} disabled={form.unsaved}>
              Actions
              <ChevronDown aria-hidden size={12} />
            </Button>
          )}
        />
      )}
      {asking && (
        <SentenceDialog
          title="Open the answers before the deadline"
          description="Suppliers were told that nobody sees a price before. The reason stays on record with your name."
          label="Reason"
          submitLabel="Open the answers"
          lack="Say why the answers are opened before the deadline."
          maxLength={300}
          onSubmit={openEarly}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
