"use client";

import Link from "next/link";
import { useState } from "react";
import { chooseRfqAnswerAction } from "@/app/(product)/(app)/rfqs/actions";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import type { AskedSupplier, StoredRfq } from "@/lib/schemas/rfq";
import { asksFormer, fileStateText, isUnchanged, takenAnswer } from "@/lib/views/rfqs";
import type { RfqForm } from "./use-rfq-form";

type Of = { readonly rfq: StoredRfq; readonly asked: AskedSupplier; readonly form: RfqForm };

/** The answers of a supplier, and a file of theirs that is no answer yet. */
export function TakenAnswers({ rfq, asked, form }: Of) {
  return (
    <>
      {asked.answers.length > 0 && (
        <ul className="grid gap-0.5 text-ink-2 text-sm">
          {asked.answers.map((answer) => {
            const { name, taken, doubts } = takenAnswer(answer, rfq);
            return (
              <li key={answer.id}>
                {answer.quote ? (
                  <Link href={`/quotes/${answer.quote.id}`} className="link">
                    {name}
                  </Link>
                ) : (
                  name
                )}
                {taken}
                {doubts !== "" && <span className="text-warn">{doubts}</span>}
              </li>
            );
          })}
        </ul>
      )}
      <AnswerOnItsWay {...{ rfq, asked, form }} />
    </>
  );
}

function AnswerOnItsWay({ rfq, asked, form }: Of) {
  const last = rfq.imports.find((one) => one.supplierId === asked.supplierId);
  if (!last) return null;
  const text = fileStateText(last);
  if (asksFormer(last))
    return <AnswerChoice key={last.jobId} {...{ asked, form, text }} jobId={last.jobId} />;
  return last.state === "failed" && !isUnchanged(last) ? (
    <FieldError>
      <span className="whitespace-pre-line">{text}</span>
    </FieldError>
  ) : (
    <p role="status" className="text-ink-2 text-sm">
      {text}
    </p>
  );
}

type Choice = Pick<Of, "asked" | "form"> & { readonly jobId: string; readonly text: string };

/** A file whose number is another one: one press says what it is, and it is read again. */
function AnswerChoice({ asked, form, jobId, text }: Choice) {
  const [id] = useState(newId);
  const choose = (revises: string | null) =>
    form.act(() => chooseRfqAnswerAction({ id, jobId, revises }), "The file is being read again");
  return (
    <div className="grid justify-items-start gap-2 text-sm">
      <p className="text-warn">{text}</p>
      <div className="flex flex-wrap gap-2">
        {[...new Set(asked.answers.map(({ number }) => number))].map((number) => (
          <Button
            key={number}
            size="small"
            busy={form.busy}
            onClick={() => void choose(number)}
          >{`A new revision of ${number}`}</Button>
        ))}
        <Button size="small" busy={form.busy} onClick={() => void choose(null)}>
          Another quote
        </Button>
      </div>
    </div>
  );
}
