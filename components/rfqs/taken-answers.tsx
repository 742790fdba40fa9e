import Link from "next/link";
import { FieldError } from "@/components/ui/field";
import type { AskedSupplier, StoredRfq } from "@/lib/schemas/rfq";
import { fileStateText, isUnchanged, takenAnswer } from "@/lib/views/rfqs";

type Of = { readonly rfq: StoredRfq; readonly asked: AskedSupplier };

/** The answers of a supplier, and a file of theirs that is no answer yet. */
export function TakenAnswers({ rfq, asked }: Of) {
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
      <AnswerOnItsWay {...{ rfq, asked }} />
    </>
  );
}

function AnswerOnItsWay({ rfq, asked }: Of) {
  const last = rfq.imports.find((one) => one.supplierId === asked.supplierId);
  if (!last) return null;
  const text = fileStateText(last);
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
