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
import { offeredText } from "@/lib/views/comparison/review-words";

type AwardDialogProps = {
  readonly planId: string;
  readonly quotes: readonly PlanQuote[];
  readonly onClose: () => void;
};

/** Who gets how many servers: one offer has the whole order, several split it, the others are declined. */
export function AwardDialog({ planId, quotes, onClose }: AwardDialogProps) {
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
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const entries = offers.map(({ quoteId, revision }) => ({
      ...{ quoteId, revision },
      text: (servers[quoteId] ?? "").trim() || "0",
    }));
    if (entries.some(({ text }) => !wholeNumber.test(text)))
      return setMessage("Servers: enter whole numbers.");
    const shares = entries.map(({ text, ...offer }) => ({ ...offer, servers: Number(text) }));
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
    ...{ servers, reason, setReason, message, busy, submit },
    enter: (quoteId: string, text: string) => setServers((now) => ({ ...now, [quoteId]: text })),
  };
}
