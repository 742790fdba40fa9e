"use client";

import { useState } from "react";
import { requestRfqAnswerAction } from "@/app/(product)/(app)/rfqs/actions";
import { newId } from "@/components/plans/new-id";
import { FieldError } from "@/components/ui/field";
import { FileButton } from "@/components/ui/file-button";
import { type AskedSupplier, maxAnswerBytes, type StoredRfq } from "@/lib/schemas/rfq";
import { tooLargeText } from "@/lib/views/rfqs";
import type { RfqForm } from "./use-rfq-form";

const chunk = 0x8000;
function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

/** The filled-in template, as it came back. */
export function AnswerFile(props: {
  readonly rfq: StoredRfq;
  readonly form: RfqForm;
  readonly asked: AskedSupplier;
}) {
  const { rfq, form, asked } = props;
  const [error, setError] = useState<string | null>(null);
  const send = async (file: File) => {
    setError(null);
    if (file.size > maxAnswerBytes) return setError(tooLargeText(file.name));
    const bytes = new Uint8Array(await file.arrayBuffer());
    await form.act(
      () =>
        requestRfqAnswerAction({
          ...{ id: newId(), rfqId: rfq.id, supplierId: asked.supplierId },
          ...{ fileName: file.name.slice(0, 200), file: base64Of(bytes) },
        }),
      `${file.name} is being read`,
    );
  };
  return (
    <>
      <FileButton
        label={`Filled-in template of ${asked.name}`}
        accept=".xlsx"
        size="small"
        busy={form.busy}
        onFile={(file) => void send(file)}
      >
        Import the filled-in template
      </FileButton>
      {error && <FieldError>{error}</FieldError>}
    </>
  );
}
