"use client";

import Link from "next/link";
import { useState } from "react";
import { optionConversion } from "@/lib/engine";
import { numberFull } from "@/lib/format";
import { currencyCodes } from "@/lib/schemas/currency-code";
import { inputHref } from "@/lib/views/links";
import { Fold } from "../fold";
import { FormSelect } from "../form-fields";
import { planWithRow, useField, useRowForm } from "../row-form";

const ofPlan = "";

/** In which money an option's amounts are; what is chosen converts nothing that stands in the form. */
export function CurrencyFold({ planId }: { readonly planId: string }) {
  const { form, plan, rows } = useRowForm();
  const own = useField<string | undefined>("currency");
  const body = form.getValues();
  const conversion = optionConversion(planWithRow(plan, rows, { ...body, currency: own }), body.id);
  const [open] = useState(conversion !== null && conversion.factor === null);
  const codes = currencyCodes.filter((code) => code !== plan.currency);
  return (
    <Fold
      title="Currency"
      open={open}
      summary={
        conversion === null
          ? `${plan.currency}, as the plan`
          : conversion.factor === null
            ? `${own}, without a rate`
            : `${own}, at ${numberFull(conversion.factor)} ${plan.currency}`
      }
    >
      <FormSelect
        name="currency"
        label="Currency of its amounts"
        help={`Results stay in ${plan.currency}, at the plan’s exchange rate. Choosing converts no number in this form.`}
        options={[
          { value: ofPlan, label: `${plan.currency}, as the plan` },
          ...codes.map((value) => ({ value, label: value })),
        ]}
        fromValue={(value) =>
          typeof value === "string" && value !== plan.currency ? value : ofPlan
        }
        toValue={(chosen) => (chosen === ofPlan ? undefined : chosen)}
      />
      {conversion?.missing.map((path) => (
        <p key={path} role="status" className="text-sm text-warn">
          The plan has no rate {conversion.from} to {conversion.to}, so this option is not ranked.{" "}
          <Link className="link" href={inputHref(planId, path)}>
            Add the rate
          </Link>
        </p>
      ))}
    </Fold>
  );
}
