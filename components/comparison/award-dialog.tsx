"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { awardPlanAction } from "@/app/(product)/(app)/plans/[planId]/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import type { AwardInput } from "@/lib/schemas/quote-award";
import { offeredText } from "@/lib/views/comparison/review-words";
import { splitView } from "@/lib/views/comparison/split-words";
import type { Compared } from "@/lib/views/comparison/types";

type AwardDialogProps = {
  readonly planId: string;
  readonly quotes: readonly PlanQuote[];
  /** What the split that is being entered is valued by. */
  readonly compared: Compared;
  readonly onClose: () => void;
};

/** Who gets how many servers: one offer has the whole order, several split it, the others are declined. */
export function AwardDialog({ planId, quotes, compared, onClose }: AwardDialogProps) {
  const formId = useId();
  // What was on screen when the dialog opened is what is awarded: a newer revision is refused.
  const [offers] = useState(() => [
    ...new Map(quotes.map((quote) => [quote.quoteId, quote])).values(),
  ]);
  const form = useAwardForm({ planId, offers, onClose });
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Award the order"
      description="Enter how many servers each offer gets. Offers that get none are declined."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={form.busy}>
            Award
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.submit} noValidate className="grid gap-4">
        {offers.map(({ quoteId, supplierName, ...offer }) => (
          <Field key={quoteId} label={`${supplierName}, servers`} help={offeredText(offer)}>
            {(control) => (
              <TextInput
                {...control}
                inputMode="numeric"
                placeholder="none"
                value={form.servers[quoteId] ?? ""}
                onChange={(event) => form.enter(quoteId, event.target.value)}
              />
            )}
          </Field>
        ))}
        <SplitTotal compared={compared} shares={form.shares} />
        <Field label="Why">
          {(control) => (
            <Textarea
              {...control}
              maxLength={2000}
              value={form.reason}
              onChange={(event) => form.setReason(event.target.value)}
            />
          )}
        </Field>
        {form.message && <FieldError>{form.message}</FieldError>}
      </form>
    </Dialog>
  );
}

type SplitTotalProps = {
  readonly compared: Compared;
  /** Null while a number is no number. */
  readonly shares: readonly AwardShare[] | null;
};

/** Of a split, while it is entered: what it costs over the plan. */
function SplitTotal({ compared, shares }: SplitTotalProps) {
  const split = shares && splitView(compared, { quotes: shares });
  return (
    <div aria-live="polite">
      {split && (
        <section aria-label="The split over the plan" className="rounded-md bg-sunken p-3">
          <dl className="grid gap-1 text-sm">
            {split.figures.map(({ label, text }) => (
              <div key={label} className="flex justify-between gap-3">
                <dt className="text-ink-2">{label}</dt>
                <dd className="tabular-nums">{text}</dd>
              </div>
            ))}
          </dl>
          {split.notes.map((note) => (
            <p key={note} className="mt-1 text-ink-3 text-xs">
              {note}
            </p>
          ))}
        </section>
      )}
    </div>
  );
}

type AwardShare = AwardInput["shares"][number];

const wholeNumber = /^\d{1,6}$/;

type AwardForm = Pick<AwardDialogProps, "planId" | "onClose"> & {
  readonly offers: readonly PlanQuote[];
};

function useAwardForm({ planId, offers, onClose }: AwardForm) {
  const router = useRouter();
  const toast = useToast();
  const [id] = useState(() => crypto.randomUUID());
  const [servers, setServers] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const shares = sharesOf(offers, servers);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!shares) return setMessage("Servers: enter whole numbers.");
    if (shares.every((share) => share.servers === 0))
      return setMessage("Give at least one offer a server.");
    if (reason.trim() === "") return setMessage("Why: say it in a sentence. The memo quotes it.");
    setBusy(true);
    const outcome = await attempt(
      () => awardPlanAction({ id, planId, reason, shares }),
      "Not awarded",
    );
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    toast.show({ text: "Order awarded" });
    router.refresh();
    onClose();
  };
  return {
    ...{ servers, shares, reason, setReason, message, busy, submit },
    enter: (quoteId: string, text: string) => setServers((now) => ({ ...now, [quoteId]: text })),
  };
}

function sharesOf(
  offers: readonly PlanQuote[],
  servers: Readonly<Record<string, string>>,
): AwardShare[] | null {
  const entries = offers.map(({ quoteId, revision }) => ({
    ...{ quoteId, revision },
    text: (servers[quoteId] ?? "").trim() || "0",
  }));
  if (entries.some(({ text }) => !wholeNumber.test(text))) return null;
  return entries.map(({ text, ...offer }) => ({ ...offer, servers: Number(text) }));
}
