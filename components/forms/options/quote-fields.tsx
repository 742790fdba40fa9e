"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { columnFigureText } from "@/lib/format";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { ServerQuote } from "@/lib/schemas/server-quote";
import { quoteHref } from "@/lib/views/quote-origin";
import { FieldGrid, Section } from "../fold";
import { FormFigure, FormText } from "../form-fields";
import type { DraftFigure } from "../provenance";
import { useField, useRowCurrency, useRowForm } from "../row-form";
import { enteredOver, type QuoteHead, quotedOver, requoted } from "./quote";

const prices = ["quote.serverPrice", "quote.networkPrice", "quote.installationPrice"];

/** A supplier's offer as typed in; its prices carry the supplier as their source. */
export function QuoteFields() {
  const { form } = useRowForm();
  const quote = useField<ServerQuote>("quote");
  const { supplierName, number, quotedOn } = quote;
  const head = useRef<QuoteHead>({ supplierName, number, quotedOn });
  useEffect(() => {
    const was = head.current;
    head.current = { supplierName, number, quotedOn };
    for (const name of prices) {
      const figure = form.getValues(name) as DraftFigure;
      const next = requoted(figure, was, head.current);
      if (next !== figure) form.setValue(name, next, { shouldDirty: true });
    }
  }, [form, supplierName, number, quotedOn]);
  const used = useField<OnPremisesOption["quoteUsed"]>("quoteUsed");
  const currency = useRowCurrency();
  const textOf = (value: number) => columnFigureText(value, "moneyPerServer", currency);
  const typed = (before: DraftFigure, value: number | string | null) =>
    used ? enteredOver(before, value, textOf) : quotedOver(before, value, head.current);
  return (
    <Section title="Quote">
      {used && (
        <p className="text-sm">
          <Link href={quoteHref(used)} className="link">
            Open the quote at revision {used.revision}
          </Link>
          , which these prices are from.
        </p>
      )}
      <FieldGrid>
        <FormText name="quote.supplierName" />
        <FormText name="quote.number" />
        <FormText name="quote.quotedOn" type="date" />
        <FormText
          name="quote.validUntil"
          type="date"
          help="Orders after this day follow the server price path."
        />
        <FormFigure name="quote.serverPrice" typed={typed} />
        <FormFigure name="acceleratorsPerServer" />
        <FormFigure name="quote.networkPrice" typed={typed} />
        <FormFigure name="quote.installationPrice" typed={typed} />
      </FieldGrid>
    </Section>
  );
}
