"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useId, useState } from "react";
import { listPlansAction } from "@/app/(product)/(app)/plans/actions";
import { applyQuoteAction, listOptionsForQuoteAction } from "@/app/(product)/(app)/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { quotedServers, quoteTotals } from "@/lib/engine";
import type { PlanForQuote } from "@/lib/schemas/plan-for-quote";
import type { QuoteContent, StoredQuote } from "@/lib/schemas/quote";
import { quotedPreview } from "@/lib/views/quoted-fields";
import { lackText } from "@/lib/views/quotes";
import { beginsWith, lastUse, rememberUse } from "./last-use";

type Plans = readonly { readonly id: string; readonly name: string }[];

type UseQuoteDialogProps = {
  readonly quote: StoredQuote;
  /** The newest received revision. */
  readonly content: QuoteContent;
  readonly onClose: () => void;
};

/** Which plan and option, and how many servers the quote is for: its prices become prices for one. */
export function UseQuoteDialog({ quote, content, onClose }: UseQuoteDialogProps) {
  const formId = useId();
  const router = useRouter();
  const [last] = useState(() => lastUse());
  const { plans, taking, planId, setPlanId, loading } = usePlansAndOptions(last?.planId);
  const options = taking?.options.map(({ id, name, currency }) => ({
    ...{ id, name },
    currency: currency ?? taking.currency,
  }));
  const [chosen, setChosen] = useState<string | null>(null);
  const [copies, setCopies] = useState<boolean | null>(null);
  const [copyId] = useState(() => `q-${newId()}`);
  const [servers, setServers] = useState(() => String(quotedServers(content) ?? 1));
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const fitting = options?.find(({ currency }) => currency === quote.currency);
  const again = beginsWith(last, { planId, options: options?.map(({ id }) => id) ?? [] });
  const asCopy = copies ?? again !== null;
  const optionId = chosen ?? again ?? fitting?.id ?? options?.[0]?.id ?? "";
  const count = /^[1-9]\d{0,4}$/.test(servers) ? Number(servers) : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (count === null) return setMessage("Servers: enter a whole number from 1.");
    setBusy(true);
    const outcome = await attempt(
      () =>
        applyQuoteAction({
          ...{ quoteId: quote.id, planId, optionId, servers: count },
          copyId: asCopy ? copyId : null,
        }),
      "Not used",
    );
    if (outcome.ok) {
      rememberUse({ planId, copiedId: asCopy ? optionId : null });
      return router.push(`/plans/${outcome.data.planId}/options?row=${outcome.data.optionId}`);
    }
    setMessage(outcome.message);
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Use ${quote.number} in a plan`}
      description="Its hardware, network, installation, lead time, power and support become the option’s, for one server."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy} disabled={!optionId}>
            Use these prices
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
        {loading && <p className="text-ink-3 text-sm">Looking for plans …</p>}
        {plans?.length === 0 && <p className="text-sm">There is no plan yet. Make one first.</p>}
        {plans && plans.length > 0 && (
          <Field label="Plan">
            {(control) => (
              <Select
                {...control}
                value={planId}
                onValueChange={(id) => {
                  setPlanId(id);
                  setChosen(null);
                  setCopies(null);
                }}
                options={plans.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>
        )}
        {options?.length === 0 && (
          <div className="grid justify-items-start gap-2 text-sm">
            <p>This plan has no on-premises option to take the prices.</p>
            <ButtonLink href={`/plans/${planId}/options?add=option`}>Add one</ButtonLink>
          </div>
        )}
        {options && options.length > 0 && (
          <>
            <Field label="On-premises option">
              {(control) => (
                <Select
                  {...control}
                  value={optionId}
                  onValueChange={setChosen}
                  options={options.map(({ id, name, currency }) => ({
                    value: id,
                    label: `${name}, ${currency}`,
                  }))}
                />
              )}
            </Field>
            <Checkbox
              label="Leave it as it is, and make another option like it with these prices"
              help={
                again !== null && copies === null
                  ? "As for the quote before this one, in this plan."
                  : undefined
              }
              checked={asCopy}
              onCheckedChange={setCopies}
            />
            <Field label="Servers in the quote" help="The quote’s amounts are divided by it.">
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="numeric"
                  value={servers}
                  onChange={(event) => setServers(event.target.value)}
                />
              )}
            </Field>
            {count !== null && taking && (
              <Preview
                plan={taking}
                optionId={optionId}
                planId={planId}
                quote={{ content, currency: quote.currency, servers: count }}
              />
            )}
          </>
        )}
        {message && <FieldError>{message}</FieldError>}
      </form>
    </Dialog>
  );
}

type PreviewProps = {
  readonly plan: PlanForQuote;
  readonly planId: string;
  readonly optionId: string;
  readonly quote: Parameters<typeof quotedPreview>[2];
};

function Preview({ plan, planId, optionId, quote }: PreviewProps) {
  const preview = quotedPreview(plan, optionId, quote);
  if (!preview) return null;
  const { content } = quote;
  const { rows, rates, refusal, paidOnce, leftOut } = preview;
  const { lacks } = quoteTotals(content, quote.currency);
  if (refusal !== null)
    return (
      <p className="rounded-md bg-sunken px-3 py-2 text-sm text-warn">
        {refusal}{" "}
        <Link href={`/plans/${planId}/assumptions`} className="link">
          Add it to the plan&rsquo;s assumptions
        </Link>
      </p>
    );
  return (
    <div className="grid gap-1 rounded-md bg-sunken px-3 py-2 text-sm">
      <p className="text-ink-3 text-xs">For one server. {rates}</p>
      {rows.map(({ name, text }) => (
        <p key={name} className="flex justify-between gap-3">
          <span>{name}</span>
          <span>{text}</span>
        </p>
      ))}
      {lacks.length > 0 && (
        <p className="text-warn text-xs">The quote is incomplete: {lackText(lacks, content)}.</p>
      )}
      {paidOnce !== null && <p className="text-ink-3 text-xs">{paidOnce}</p>}
      {leftOut !== null && <p className="text-ink-3 text-xs">{leftOut}</p>}
    </div>
  );
}

/** Begins with the plan that the quote before this one was used in, while it is there. */
function usePlansAndOptions(lastPlanId: string | undefined) {
  const [plans, setPlans] = useState<Plans | null>(null);
  const [planId, setPlanId] = useState("");
  const [taking, setTaking] = useState<PlanForQuote | null>(null);
  useEffect(() => {
    void attempt(() => listPlansAction({}), "").then((outcome) => {
      const found = outcome.ok ? outcome.data.filter(({ archived }) => !archived) : [];
      setPlans(found);
      const last = found.find(({ id }) => id === lastPlanId);
      setPlanId((last ?? found[0])?.id ?? "");
    });
  }, [lastPlanId]);
  useEffect(() => {
    if (planId === "") return;
    let here = true;
    setTaking(null);
    void attempt(() => listOptionsForQuoteAction({ planId }), "").then((outcome) => {
      if (here) setTaking(outcome.ok ? outcome.data : null);
    });
    return () => {
      here = false;
    };
  }, [planId]);
  return { plans, taking, planId, setPlanId, loading: plans === null };
}
