"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { undoLinesImportAction } from "@/app/(product)/(app)/quotes/[quoteId]/import/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import type { LastLinesImport } from "@/lib/schemas/lines-import";
import { importedText } from "@/lib/views/lines-import";

type Props = {
  readonly quote: { readonly id: string };
  readonly lastImport: LastLinesImport;
  readonly mayUndo: boolean;
};

/** While an import is the last change, one press takes it back. */
export function ImportNotice({ quote, lastImport, mayUndo }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const undo = async () => {
    setBusy(true);
    const named = { quoteId: quote.id, importId: lastImport.id };
    const outcome = await attempt(() => undoLinesImportAction(named), "Not undone");
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    toast.show({ text: "Import undone" });
    router.refresh();
  };
  return (
    <section aria-label="Last import" className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink-2 text-sm">
        <p>{importedText(lastImport)}</p>
        {mayUndo && (
          <Button size="small" busy={busy} onClick={() => void undo()}>
            Undo the import
          </Button>
        )}
      </div>
      {message && <FieldError>{message}</FieldError>}
    </section>
  );
}
