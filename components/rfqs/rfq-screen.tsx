"use client";

import Link from "next/link";
import { useRefreshWhile } from "@/components/jobs/use-refresh-while";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { isClosedToEyes, type StoredRfq } from "@/lib/schemas/rfq";
import { rfqNote, rfqTones } from "@/lib/views/rfqs";
import { RfqHistory } from "./rfq-history";
import { RfqItems } from "./rfq-items";
import { RfqMenu } from "./rfq-menu";
import { RfqQuestions } from "./rfq-questions";
import { RfqSuppliers } from "./rfq-suppliers";
import { RfqTerms } from "./rfq-terms";
import { SendRfqButton } from "./send-rfq-button";
import { type RfqForm, useRfqForm } from "./use-rfq-form";

export type RfqScreenProps = {
  readonly rfq: StoredRfq;
  /** Names, to choose from. */
  readonly suppliers: readonly string[];
  readonly zones: readonly string[];
  readonly today: string;
};

export function RfqScreen({ rfq, suppliers, zones, today }: RfqScreenProps) {
  const form = useRfqForm(rfq);
  const { draft, errors, change } = form;
  const isEnded = rfq.status === "closed" || rfq.status === "cancelled";
  const readOnly = !rfq.canEdit || isEnded;
  const isSent = rfq.status !== "draft";
  const note = rfqNote(rfq);
  const asked = <RfqSuppliers {...{ rfq, form, readOnly, today }} known={suppliers} />;
  useRefreshWhile(rfq.imports.some(({ state }) => state === "queued" || state === "running"));
  return (
    <>
      <RfqHead rfq={rfq} form={form} readOnly={readOnly} />
      <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 items-start gap-4 px-4 py-5 md:px-7 panel:grid-cols-[minmax(0,1fr)_320px]">
        <div className="grid min-w-0 gap-4 panel:col-span-2">
          {form.message && <FieldError>{form.message}</FieldError>}
          {note !== null && <p className="text-ink-2 text-sm">{note}</p>}
          <RfqItems
            items={draft.items}
            onChange={(items) => change({ items })}
            {...{ errors, readOnly }}
          />
        </div>
        <div className="grid min-w-0 gap-4">
          {isSent && asked}
          <RfqTerms draft={draft} onChange={change} {...{ errors, zones, readOnly, isSent }} />
          {!isSent && asked}
        </div>
        <div className="grid min-w-0 gap-4">
          <RfqQuestions rfq={rfq} form={form} readOnly={readOnly} />
          <RfqHistory rfq={rfq} />
        </div>
      </div>
    </>
  );
}

function RfqHead(props: {
  readonly rfq: StoredRfq;
  readonly form: RfqForm;
  readonly readOnly: boolean;
}) {
  const { rfq, form, readOnly } = props;
  const [newest] = rfq.revisions;
  if (!newest) return null;
  const { revision, sentAt, title } = newest;
  return (
    <header className="border-line border-b bg-surface px-4 py-3.5 md:px-7">
      <div className="mx-auto flex max-w-[1680px] flex-wrap items-center gap-x-3 gap-y-2">
        <div className="mr-auto min-w-0">
          <p className="text-ink-3 text-xs">
            <Link href="/rfqs" className="link">
              RFQs
            </Link>
            {rfq.origin && (
              <>
                {" / "}
                <Link href={`/plans/${rfq.origin.planId}/options`} className="link">
                  its plan
                </Link>
              </>
            )}
          </p>
          <h1 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xl">
            {title}
            <span className="font-text text-base text-ink-3">revision {revision}</span>
            <Pill tone={rfqTones[rfq.status]}>{rfq.status}</Pill>
            {rfq.isSealed && (
              <Pill tone="plain">{isClosedToEyes(rfq) ? "sealed" : "sealed, opened"}</Pill>
            )}
          </h1>
        </div>
        {rfq.canEdit && <RfqMenu rfq={rfq} form={form} />}
        {!readOnly && (
          <>
            <Button
              busy={form.busy}
              disabled={!form.unsaved}
              onClick={() => void form.save()}
              {...(form.unsaved && { variant: "primary" as const })}
            >
              {sentAt === null || !form.unsaved ? "Save" : `Save as revision ${revision + 1}`}
            </Button>
            {sentAt === null && <SendRfqButton rfq={rfq} form={form} />}
          </>
        )}
      </div>
    </header>
  );
}
