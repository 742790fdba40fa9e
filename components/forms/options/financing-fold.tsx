"use client";

import type { Financing, LeaseEnd } from "@/lib/schemas/financing";
import { FieldGrid, Fold } from "../fold";
import { FormFigure, FormSelect } from "../form-fields";
import { assumed } from "../provenance";
import { useField } from "../row-form";

type Kind = "cash" | Financing["kind"];

const kinds: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: "cash", label: "Cash" },
  { value: "loan", label: "Loan" },
  { value: "lease", label: "Lease" },
];

const ends: readonly { readonly value: LeaseEnd; readonly label: string }[] = [
  { value: "return", label: "Give servers back" },
  { value: "buyout", label: "Buy them" },
];

/** What a person gets on choosing a kind, to edit. */
function startOf(kind: Kind) {
  if (kind === "cash") return undefined;
  const termMonths = assumed(36);
  return kind === "loan"
    ? { kind, aprFraction: assumed(0.08), termMonths, downPaymentFraction: assumed(0.1) }
    : { kind, termMonths, rateFraction: assumed(0.08), atEnd: "return" as const };
}

/** Servers and network in cash, on credit or from a lessor. */
export function FinancingFold() {
  const financing = useField<Financing | undefined>("financing");
  const kind = financing?.kind ?? "cash";
  const summary = kinds.find(({ value }) => value === kind)?.label.toLowerCase();
  return (
    <Fold title="Financing" summary={summary}>
      <FieldGrid>
        <FormSelect<Kind>
          name="financing"
          help="Of servers and network. Installation and racks are paid in cash."
          options={kinds}
          fromValue={() => kind}
          toValue={startOf}
        />
        {kind !== "cash" && <FormFigure name="financing.termMonths" />}
        {kind === "loan" && (
          <>
            <FormFigure name="financing.aprFraction" />
            <FormFigure name="financing.downPaymentFraction" />
          </>
        )}
        {financing?.kind === "lease" && (
          <>
            <FormFigure name="financing.payment" />
            {!financing.payment && <FormFigure name="financing.rateFraction" />}
            <FormFigure name="financing.residualFraction" />
            <FormSelect<LeaseEnd> name="financing.atEnd" options={ends} />
            {financing.atEnd === "buyout" && <FormFigure name="financing.buyoutFraction" />}
          </>
        )}
      </FieldGrid>
    </Fold>
  );
}
