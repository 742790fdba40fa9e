"use client";

import { useState } from "react";
import { saveRfqQuestionAction } from "@/app/(product)/(app)/rfqs/actions";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import type { RfqQuestion, StoredRfq } from "@/lib/schemas/rfq";
import { QuestionDialog, type Said } from "./question-dialog";
import type { RfqForm } from "./use-rfq-form";

/** What suppliers asked; an answer goes to all of them, and says not who asked. */
export function RfqQuestions(props: {
  readonly rfq: StoredRfq;
  readonly form: RfqForm;
  readonly readOnly: boolean;
}) {
  const { rfq, form, readOnly } = props;
  const [open, setOpen] = useState<RfqQuestion | "new" | null>(null);
  const save = (said: Said) => {
    const id = open === "new" || open === null ? newId() : open.id;
    return form.act(
      () => saveRfqQuestionAction({ rfqId: rfq.id, id, ...said }),
      said.answer === "" ? "Question entered" : "Answered. Send all the new list of answers.",
    );
  };
  const nameOf = (supplierId: string | null) =>
    rfq.suppliers.find((one) => one.supplierId === supplierId)?.name;
  return (
    <section aria-labelledby="questions" className="card grid gap-3 p-[18px]">
      <h2 id="questions" className="text-lg">
        Questions
      </h2>
      {rfq.questions.length === 0 && <p className="text-ink-2 text-sm">None asked yet.</p>}
      <ol className="grid gap-3 text-sm">
        {rfq.questions.map((one) => (
          <li key={one.id} className="grid gap-1">
            <p className="font-label">{one.question}</p>
            <p className="text-ink-3 text-xs">
              {nameOf(one.supplierId) ?? "Nobody of those asked"}
            </p>
            {one.answeredAt === null ? (
              <p className="text-warn">not answered</p>
            ) : (
              <p className="whitespace-pre-line">{one.answer}</p>
            )}
            {!readOnly && (
              <Button
                size="small"
                variant="quiet"
                className="justify-self-start"
                onClick={() => setOpen(one)}
              >
                {one.answeredAt === null ? "Answer to all" : "Correct the answer"}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && rfq.status === "sent" && (
        <Button size="small" className="justify-self-start" onClick={() => setOpen("new")}>
          Enter a question
        </Button>
      )}
      {open !== null && (
        <QuestionDialog
          question={open === "new" ? null : open}
          suppliers={rfq.suppliers}
          onSubmit={save}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
