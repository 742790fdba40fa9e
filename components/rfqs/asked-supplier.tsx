"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { declineRfqAction, requestRfqAnswerAction } from "@/app/(app)/rfqs/actions";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { instantText } from "@/lib/format";
import {
  type AskedSupplier,
  isClosedToEyes,
  maxAnswerBytes,
  type RfqAnswer,
  type StoredRfq,
} from "@/lib/schemas/rfq";
import { answerText, mailOf, otherCurrencyText } from "@/lib/views/rfqs";
import { CopyMail } from "./copy-mail";
import { EnterAnswerDialog } from "./enter-answer-dialog";
import { SentenceDialog } from "./sentence-dialog";
import type { RfqForm } from "./use-rfq-form";

type AskedSupplierItemProps = {
  readonly name: string;
  readonly rfq: StoredRfq;
  readonly form: RfqForm;
  readonly readOnly: boolean;
  /** Undefined while it is chosen and not saved. */
  readonly asked: AskedSupplier | undefined;
  readonly onRemove: () => void;
};

export function AskedSupplierItem(props: AskedSupplierItemProps) {
  const { name, rfq, readOnly, asked, onRemove } = props;
  const state = asked && answerText(asked, rfq);
  const mayRemove = !readOnly && (asked?.answers.length ?? 0) === 0;
  return (
    <li className="grid gap-2 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {asked ? (
          <Link href={`/suppliers/${asked.supplierId}`} className="font-label hover:underline">
            {name}
          </Link>
        ) : (
          <span className="font-label">{name}</span>
        )}
        <Pill tone={state?.tone ?? "plain"}>{state?.text ?? "not saved yet"}</Pill>
        {mayRemove && (
          <Button
            variant="quiet"
            size="small"
            className="ml-auto"
            aria-label={`Remove ${name}`}
            // The second press of a double-click was meant for what stood here before.
            onClick={({ detail }) => detail < 2 && onRemove()}
          >
            Remove
          </Button>
        )}
      </div>
      {asked && rfq.sentRevision !== null && <Sent {...props} asked={asked} />}
    </li>
  );
}

type SentProps = AskedSupplierItemProps & { readonly asked: AskedSupplier };

/** Files to send, answers that came, and the door for the next one. */
function Sent({ rfq, form, readOnly, asked }: SentProps) {
  const [declining, setDeclining] = useState(false);
  const [entering, setEntering] = useState(false);
  const { supplierId, name, declinedAt, answers } = asked;
  const mail = mailOf(rfq, asked);
  const at = { rfqId: rfq.id, supplierId };
  const decline = (declined: boolean, reason: string) =>
    form.act(
      () => declineRfqAction({ ...at, declined, reason }),
      declined ? `${name} declined` : `${name} is asked again`,
    );
  const fileHref = (file: string) => `/rfqs/${rfq.id}/files/${file}?supplier=${supplierId}`;
  const hasAnswered = rfq.questions.some(({ answeredAt }) => answeredAt !== null);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <a href={fileHref("template")} download className="link inline-flex min-h-6 items-center">
          Template to fill in (XLSX)
        </a>
        <a href={fileHref("letter")} download className="link inline-flex min-h-6 items-center">
          Letter (PDF)
        </a>
        {hasAnswered && (
          <a
            href={fileHref("questions")}
            download
            className="link inline-flex min-h-6 items-center"
          >
            Questions and answers (PDF)
          </a>
        )}
        {mail && asked.email !== "" && (
          <a href={mail.href} className="link inline-flex min-h-6 items-center">
            Write the mail
          </a>
        )}
        {mail && <CopyMail text={mail.text} name={name} />}
      </p>
      {answers.length > 0 && (
        <ul className="grid gap-0.5 text-ink-2 text-sm">
          {answers.map((answer) => (
            <TakenAnswer key={answer.id} {...{ rfq, answer }} />
          ))}
        </ul>
      )}
      <Imports rfq={rfq} supplierId={supplierId} />
      {!readOnly && rfq.status === "sent" && (
        <div className="flex flex-wrap gap-2">
          <AnswerFile form={form} {...{ rfq, asked }} />
          {!isClosedToEyes(rfq) && (
            <Button size="small" variant="quiet" onClick={() => setEntering(true)}>
              Enter by hand
            </Button>
          )}
          {declinedAt === null && answers.length === 0 && (
            <Button size="small" variant="quiet" onClick={() => setDeclining(true)}>
              Has declined
            </Button>
          )}
          {declinedAt !== null && (
            <Button size="small" variant="quiet" onClick={() => void decline(false, "")}>
              Has not declined
            </Button>
          )}
        </div>
      )}
      {!readOnly && rfq.status === "sent" && !isClosedToEyes(rfq) && (
        <p className="text-ink-3 text-xs">
          Their own file? Enter the answer by hand, then Import lines on its quote.
        </p>
      )}
      {entering && <EnterAnswerDialog rfq={rfq} asked={asked} onClose={() => setEntering(false)} />}
      {declining && (
        <SentenceDialog
          title={`${name} has declined`}
          label="Why"
          submitLabel="Note it"
          onSubmit={(reason) => decline(true, reason)}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  );
}

function TakenAnswer({ rfq, answer }: { readonly rfq: StoredRfq; readonly answer: RfqAnswer }) {
  const { number, rfqRevision, receivedAt, quote } = answer;
  const otherCurrency = otherCurrencyText(answer, rfq);
  return (
    <li>
      {quote ? (
        <Link href={`/quotes/${quote.id}`} className="link">
          {number} rev {quote.revision}
        </Link>
      ) : (
        `${number}, sealed`
      )}
      , answers revision {rfqRevision}, taken in {instantText(receivedAt)}
      {otherCurrency && <span className="text-warn">, {otherCurrency}</span>}
      {isLate(rfq, receivedAt) && <span className="text-warn">, late</span>}
    </li>
  );
}

const isLate = ({ deadlineAt }: StoredRfq, receivedAt: string) =>
  deadlineAt !== null && receivedAt > deadlineAt;

function Imports({ rfq, supplierId }: { readonly rfq: StoredRfq; readonly supplierId: string }) {
  const open = rfq.imports.filter((one) => one.supplierId === supplierId).slice(0, 1);
  return open.map(({ jobId, state, fileName, error }) =>
    state === "failed" ? (
      <div key={jobId} className="grid gap-1 text-sm">
        <FieldError>
          <span className="whitespace-pre-line">
            {fileName}: {error}
          </span>
        </FieldError>
      </div>
    ) : (
      <p key={jobId} role="status" className="text-ink-2 text-sm">
        {state === "cancelled" ? `${fileName} was cancelled.` : `Reading ${fileName} …`}
      </p>
    ),
  );
}

const chunk = 0x8000;
function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

/** The filled-in template, as it came back. */
function AnswerFile(props: {
  readonly rfq: StoredRfq;
  readonly form: RfqForm;
  readonly asked: AskedSupplier;
}) {
  const { rfq, form, asked } = props;
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string | null>(null);
  const send = async (file: File) => {
    setError(null);
    if (file.size > maxAnswerBytes)
      return setError(
        `${file.name} has more than 600 KB. Send the template alone, without pictures.`,
      );
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
      <input
        ref={input}
        type="file"
        aria-label={`Filled-in template of ${asked.name}`}
        accept=".xlsx"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void send(file);
          // The same file, mended, must count as a new choice.
          event.target.value = "";
        }}
      />
      <Button size="small" busy={form.busy} onClick={() => input.current?.click()}>
        Import the filled-in template
      </Button>
      {error && <FieldError>{error}</FieldError>}
    </>
  );
}
