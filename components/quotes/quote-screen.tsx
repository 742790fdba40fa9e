"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useQueryState } from "nuqs";
import { useMemo, useState } from "react";
import { receiveQuoteAction, saveQuoteAction } from "@/app/(product)/(app)/quotes/actions";
import { Beside } from "@/components/attachments/beside";
import { DocumentPane } from "@/components/attachments/document-pane";
import { QuoteAttachments } from "@/components/attachments/quote-attachments";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { ImportLinesLink } from "@/components/lines-import/import-lines-link";
import { ImportNotice } from "@/components/lines-import/import-notice";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { useToast } from "@/components/ui/toast";
import type { QuotedTerm } from "@/lib/engine";
import type { LastLinesImport } from "@/lib/schemas/lines-import";
import { contentOf, type StoredQuote } from "@/lib/schemas/quote";
import type { RevisionShown } from "@/lib/schemas/revision-shown";
import { awardedText, awardStaysText } from "@/lib/views/quote-award";
import { statusTones } from "@/lib/views/quote-names";
import { quoteOrigin } from "@/lib/views/quote-origin";
import { revisionNote, revisionStanding, validityOf } from "@/lib/views/quotes";
import { ConfirmRevisionDialog } from "./confirm-revision-dialog";
import { DeleteDraftButton } from "./delete-draft-button";
import { FigureOrigin } from "./figure-origin";
import { linesChange } from "./lines-change";
import { draftOf, readableContent, readDraft } from "./quote-draft";
import { QuoteHeadFields } from "./quote-head-fields";
import { QuoteHistory } from "./quote-history";
import { QuoteLines } from "./quote-lines";
import { ValidityText } from "./quote-table-row";
import { QuoteTerms } from "./quote-terms";
import { QuoteTotal } from "./quote-total";
import { StatusMenu } from "./status-menu";
import { UseQuoteButton } from "./use-quote-button";

export type QuoteScreenProps = RevisionShown & {
  readonly today: string;
  readonly lastImport: LastLinesImport | null;
};

export function QuoteScreen(props: QuoteScreenProps) {
  const { quote, today, lastImport, figure, newest: newer } = props;
  const state = useQuoteForm(quote, figure !== null);
  const { newest, readOnly } = state;
  const validity = validityOf(newest.validUntil, today);
  const mayReceive = !readOnly && (quote.canAward || quote.status !== "awarded");
  const awarded = awardedText(quote);
  const standing = revisionStanding(quote);
  const isNext = newest.receivedAt !== null;
  const [asking, setAsking] = useState<"save" | "receive" | null>(null);
  return (
    <>
      <header className="border-line border-b bg-surface px-4 py-3.5 md:px-7">
        <div className="mx-auto flex max-w-[1680px] flex-wrap items-center gap-x-3 gap-y-2">
          <div className="min-w-0 flex-1 basis-80">
            <p className="text-ink-3 text-xs">
              <Link href="/quotes" className="link">
                Quotes
              </Link>{" "}
              /{" "}
              <Link href={`/suppliers/${quote.supplierId}`} className="link">
                {quote.supplierName}
              </Link>
              {quote.answersRfq && (
                <>
                  {" / answers "}
                  <Link href={`/rfqs/${quote.answersRfq.rfqId}`} className="link">
                    revision {quote.answersRfq.rfqRevision} of an RFQ
                  </Link>
                </>
              )}
            </p>
            <h1 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xl">
              {quote.supplierName} {quote.number}
              <span className="font-text text-base text-ink-3">revision {newest.revision}</span>
              <Pill tone={statusTones[standing.status]}>{standing.status}</Pill>
              {standing.quoteText && (
                <span className="font-text text-ink-3 text-sm">{standing.quoteText}</span>
              )}
              <span className="inline-flex items-center gap-1.5 font-text text-sm">
                {validity.state !== "expired" && <span className="text-ink-3">valid until:</span>}
                <ValidityText validity={validity} />
              </span>
            </h1>
          </div>
          <DeleteDraftButton quote={quote} disabled={state.unsaved} />
          {!readOnly && <ImportLinesLink quoteId={quote.id} disabled={state.unsaved} />}
          <UseQuoteButton quote={quote} disabled={state.unsaved} />
          <StatusMenu quote={quote} disabled={state.unsaved} />
          {mayReceive && newest.receivedAt === null && (
            <Button
              busy={state.busy}
              disabled={state.unsaved}
              onClick={() => (awarded === null ? void state.receive() : setAsking("receive"))}
            >
              Mark as received
            </Button>
          )}
          {!readOnly && (
            <Button
              variant="primary"
              busy={state.busy}
              disabled={!state.unsaved}
              onClick={() => (isNext && awarded !== null ? setAsking("save") : void state.save())}
            >
              {isNext ? `Save as revision ${newest.revision + 1}` : "Save"}
            </Button>
          )}
        </div>
      </header>
      <div className="mx-auto w-full max-w-[1680px] px-4 py-5 md:px-7">
        <QuoteBody {...{ quote, state, mayReceive, lastImport, figure, newer }} />
      </div>
      {asking && (
        <ConfirmAwarded
          {...{ awarded, asking }}
          revision={newest.revision + (asking === "save" ? 1 : 0)}
          onConfirm={() => {
            setAsking(null);
            void (asking === "save" ? state.save() : state.receive());
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function ConfirmAwarded(props: {
  readonly awarded: string | null;
  readonly asking: "save" | "receive";
  readonly revision: number;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { awarded, asking, revision, onConfirm, onClose } = props;
  const isSave = asking === "save";
  return (
    <ConfirmRevisionDialog
      title={isSave ? `Begin revision ${revision}` : `Mark revision ${revision} as received`}
      text={`${awarded} ${awardStaysText(revision)}`}
      submitLabel={isSave ? `Save as revision ${revision}` : "Mark as received"}
      {...{ onConfirm, onClose }}
    />
  );
}

type BodyProps = {
  readonly quote: StoredQuote;
  readonly state: ReturnType<typeof useQuoteForm>;
  readonly mayReceive: boolean;
  readonly lastImport: LastLinesImport | null;
  readonly figure: RevisionShown["figure"];
  readonly newer: number | null;
};

/** The entry, with a file beside it while one is shown. On a phone the total comes before the terms. */
function QuoteBody({ quote, state, mayReceive, lastImport, figure, newer }: BodyProps) {
  const [shownId, setShownId] = useQueryState("file");
  const shown = quote.attachments.find(({ id }) => id === shownId);
  const { draft, errors, readOnly, newest } = state;
  const content = readableContent(draft);
  const origin = useMemo(() => figure && quoteOrigin(contentOf(newest), figure), [figure, newest]);
  const isWide = shown === undefined;
  const entry = (
    <div
      className={clsx(
        "grid grid-cols-1 items-start gap-4",
        isWide && "panel:grid-cols-[minmax(0,1fr)_320px] panel:grid-rows-[auto_auto_1fr]",
      )}
    >
      <div className={clsx("grid min-w-0 gap-4", isWide && "panel:col-span-2")}>
        {state.message && <FieldError>{state.message}</FieldError>}
        <FigureOrigin
          {...{ quoteId: quote.id, revision: newest.revision, newest: newer }}
          text={origin?.text ?? null}
        />
        <RevisionNote quote={quote} mayReceive={mayReceive} />
        {lastImport && (
          <ImportNotice {...{ quote, lastImport }} mayUndo={!readOnly && !state.unsaved} />
        )}
        <QuoteLines
          lines={draft.lines}
          onChange={state.setLines}
          content={content}
          currency={draft.head.currency}
          errors={errors}
          readOnly={readOnly}
          marked={origin?.lines ?? noPlaces}
        />
      </div>
      <div className={clsx("min-w-0", isWide && "panel:col-start-2 panel:row-start-2")}>
        <QuoteTotal content={content} currency={draft.head.currency} />
      </div>
      <div
        className={clsx(
          "grid min-w-0 gap-4",
          isWide && "panel:col-start-1 panel:row-span-2 panel:row-start-2",
        )}
      >
        {quote.status === "draft" && (
          <QuoteHeadFields head={draft.head} onChange={state.setHead} {...{ errors, readOnly }} />
        )}
        <QuoteTerms
          terms={draft.terms}
          onChange={state.setTerms}
          {...{ errors, readOnly }}
          marked={origin?.terms ?? noTerms}
        />
      </div>
      <div className={clsx("grid min-w-0 gap-4", isWide && "panel:col-start-2 panel:row-start-3")}>
        <QuoteAttachments
          quote={quote}
          shownId={shown?.id ?? null}
          onShow={(id) => void setShownId(id)}
        />
        <QuoteHistory quote={quote} />
      </div>
    </div>
  );
  if (!shown) return entry;
  return (
    <Beside
      file={
        <DocumentPane quoteId={quote.id} attachment={shown} onClose={() => void setShownId(null)} />
      }
    >
      {entry}
    </Beside>
  );
}

const noPlaces: readonly number[] = [];
const noTerms: readonly QuotedTerm[] = [];

function RevisionNote(props: { readonly quote: StoredQuote; readonly mayReceive: boolean }) {
  const { quote, mayReceive } = props;
  const [newest] = quote.revisions;
  const awarded = awardedText(quote);
  return (
    <div className="grid gap-1 text-ink-3 text-sm">
      {awarded && (
        <p>
          {awarded}
          {quote.awardedIn && (
            <>
              {" "}
              <Link href={`/plans/${quote.awardedIn.id}/quotes`} className="link">
                Open its award
              </Link>
            </>
          )}
        </p>
      )}
      {quote.canEdit && newest && <p>{revisionNote(newest, mayReceive)}</p>}
    </div>
  );
}

/** What is saved is seen: an address that asks for the revision of before is left. */
function useQuoteForm(quote: StoredQuote, asksRevision: boolean) {
  const router = useRouter();
  const toast = useToast();
  const [newest] = quote.revisions;
  if (!newest) throw new Error("a quote without a revision");
  const { supplierName, number, currency } = quote;
  const [opened] = useState(() => draftOf({ supplierName, number, currency }, contentOf(newest)));
  const [draft, setDraft] = useState(opened);
  const [shownErrors, setShownErrors] = useState<Readonly<Record<string, string>>>({});
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const unsaved = draft !== opened;
  useUnsavedGuard(unsaved, busy);
  const at = { quoteId: quote.id, expectedVersion: quote.version };

  const send = async (action: () => ReturnType<typeof saveQuoteAction>, done: string) => {
    setBusy(true);
    setMessage(null);
    const outcome = await attempt(action, "Not saved");
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    toast.show({ text: done });
    if (asksRevision) router.replace(`/quotes/${quote.id}`);
    router.refresh();
  };
  const save = () => {
    const { head, content, errors } = readDraft(draft);
    setShownErrors(errors);
    if (head && content) {
      const change = linesChange(opened.lines, draft.lines, content.lines);
      const said = change ? { content: { ...content, lines: [] }, change } : { content };
      return send(() => saveQuoteAction({ ...at, head, ...said }), `${number} saved`);
    }
    return setMessage("Some entries cannot be saved yet. They are marked below.");
  };
  const change = (part: Partial<typeof draft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setShownErrors({});
  };
  return {
    ...{ draft, busy, message, newest, unsaved, save },
    errors: shownErrors,
    readOnly: !quote.canEdit,
    receive: () => send(() => receiveQuoteAction(at), `Revision ${newest.revision} received`),
    setLines: (lines: typeof draft.lines) => change({ lines }),
    setTerms: (terms: typeof draft.terms) => change({ terms }),
    setHead: (head: typeof draft.head) => change({ head }),
  };
}
