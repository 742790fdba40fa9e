"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useId, useState } from "react";
import { listPlansAction } from "@/app/(app)/plans/actions";
import { applyQuoteAction, listOptionsForQuoteAction } from "@/app/(app)/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { quoteTotals, serverPrices } from "@/lib/engine";
import { counted, listed, moneyFull } from "@/lib/format";
import type { QuoteContent, StoredQuote } from "@/lib/schemas/quote";
import type { PlanForQuote } from "@/lib/schemas/quote-in-plan";
import { lackText } from "@/lib/views/quotes";

type Plans = readonly { readonly id: string; readonly name: string }[];

type UseQuoteDialogProps = {
  readonly quote: StoredQuote;
  /** The newest received revision. */
  readonly content: QuoteContent;
  readonly onClose: () => void;
};

const names = {
  serverPrice: "server",
  networkPrice: "network",
  installationPrice: "installation",
} as const;

/** Which plan and option, and how many servers the quote is for: its prices become prices for one. */
export function UseQuoteDialog({ quote, content, onClose }: UseQuoteDialogProps) {
  const formId = useId();
  const router = useRouter();
  const { plans, options, planId, setPlanId, loading } = usePlansAndOptions();
  const [chosen, setChosen] = useState<string | null>(null);
  const [asCopy, setAsCopy] = useState(false);
  const [copyId] = useState(() => `q-${newId()}`);
  const first = content.lines.find(({ category }) => category === "server");
  const [servers, setServers] = useState(
    /^\d+$/.test(first?.quantity ?? "") ? (first?.quantity ?? "1") : "1",
  );
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const fitting = options?.find(({ currency }) => currency === quote.currency);
  const optionId = chosen ?? fitting?.id ?? options?.[0]?.id ?? "";
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
    if (outcome.ok)
      return router.push(`/plans/${outcome.data.planId}/options?row=${outcome.data.optionId}`);
    setMessage(outcome.message);
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Use ${quote.number} in a plan`}
      description="Its hardware, network and installation become the option’s prices for one server."
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
              checked={asCopy}
              onCheckedChange={setAsCopy}
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
            {count !== null && (
              <Prices content={content} currency={quote.currency} servers={count} />
            )}
          </>
        )}
        {message && <FieldError>{message}</FieldError>}
      </form>
    </Dialog>
  );
}

function Prices(props: { content: QuoteContent; currency: string; servers: number }) {
  const { content, currency, servers } = props;
  const prices = serverPrices(content, { currency, servers });
  const { leftOut } = prices;
  const { lacks } = quoteTotals(content, currency);
  return (
    <div className="grid gap-1 rounded-md bg-sunken px-3 py-2 text-sm">
      <p className="text-ink-3 text-xs">For one server</p>
      {(Object.keys(names) as (keyof typeof names)[]).map((name) => {
        const price = prices[name];
        return (
          <p key={name} className="flex justify-between gap-3">
            <span className="first-letter:uppercase">{names[name]}</span>
            <span>
              {price === undefined
                ? "stays as it is"
                : price === null
                  ? "unpriced"
                  : moneyFull(price, currency)}
            </span>
          </p>
        );
      })}
      {lacks.length > 0 && (
        <p className="text-warn text-xs">The quote is incomplete: {lackText(lacks, content)}.</p>
      )}
      {leftOut.length > 0 && (
        <p className="text-ink-3 text-xs">
          {counted(leftOut.length, "line")} left out (
          {listed(leftOut.map((place) => content.lines[place - 1]?.description ?? ""))}): the option
          has figures of its own for support, software and what recurs.
        </p>
      )}
    </div>
  );
}

function usePlansAndOptions() {
  const [plans, setPlans] = useState<Plans | null>(null);
  const [planId, setPlanId] = useState("");
  const [options, setOptions] = useState<PlanForQuote["options"] | null>(null);
  useEffect(() => {
    void attempt(() => listPlansAction({}), "").then((outcome) => {
      const found = outcome.ok ? outcome.data.filter(({ archived }) => !archived) : [];
      setPlans(found);
      setPlanId(found[0]?.id ?? "");
    });
  }, []);
  useEffect(() => {
    if (planId === "") return;
    let here = true;
    setOptions(null);
    void attempt(() => listOptionsForQuoteAction({ planId }), "").then((outcome) => {
      if (here) setOptions(outcome.ok ? outcome.data.options : []);
    });
    return () => {
      here = false;
    };
  }, [planId]);
  return { plans, options, planId, setPlanId, loading: plans === null };
}
