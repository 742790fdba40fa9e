"use client";

import type { Commitment } from "@/lib/schemas/commitment";
import { CardList } from "../card-list";
import { FieldGrid } from "../fold";
import { FormFigure, FormSelect } from "../form-fields";
import { assumed, unpriced } from "../provenance";

const terms = [
  { value: "1-year", label: "1 year" },
  { value: "3-year", label: "3 years" },
  { value: "5-year", label: "5 years" },
] as const;

const pricings = [
  { value: "discount", label: "A discount on the rental" },
  { value: "rate", label: "A rental of its own" },
] as const;

const payments = [
  { value: "monthly", label: "Each month" },
  { value: "upfront", label: "Upfront, for the term" },
] as const;

const starts = [
  { value: "planned", label: "In a month of the plan" },
  { value: "running", label: "Before the plan: it is running" },
] as const;

type Start = (typeof starts)[number]["value"];

const ends = [
  { value: "renew", label: "Renew for another term" },
  { value: "end", label: "End" },
] as const;

const blank: Omit<Commitment, "id"> = {
  instances: unpriced,
  startMonth: assumed(1),
  term: "1-year",
  pricing: "discount",
  discountFraction: unpriced,
  rate: unpriced,
  payment: "monthly",
  atEnd: "renew",
};

const blankRunning = { monthsRun: unpriced, rate: unpriced };

/** Instances taken for years at a fixed price; what goes beyond them is rented on demand. */
export function CommitmentFields() {
  return (
    <CardList<Commitment>
      name="commitments"
      idStem="commitment"
      addLabel="Add a commitment"
      blank={() => blank}
      titleOf={(_, index) => `Commitment ${index + 1}`}
    >
      {(commitment, name) => <CommitmentTerms commitment={commitment} name={name} />}
    </CardList>
  );
}

function CommitmentTerms({
  commitment: { atEnd, pricing, running },
  name,
}: {
  readonly commitment: Commitment;
  readonly name: string;
}) {
  return (
    <FieldGrid>
      <FormFigure name={`${name}.instances`} />
      <FormSelect name={`${name}.term`} options={terms} />
      <FormSelect<Start>
        name={`${name}.running`}
        options={starts}
        fromValue={(value) => (value ? "running" : "planned")}
        toValue={(start) => (start === "running" ? blankRunning : undefined)}
      />
      {running ? (
        <>
          <FormFigure name={`${name}.running.monthsRun`} />
          <FormFigure name={`${name}.running.rate`} />
        </>
      ) : (
        <FormFigure name={`${name}.startMonth`} />
      )}
      <FormSelect name={`${name}.atEnd`} options={ends} />
      {(!running || atEnd === "renew") && (
        <NewTermPrice
          name={name}
          pricing={pricing}
          label={running ? "Next term priced by" : undefined}
        />
      )}
      <FormSelect name={`${name}.payment`} options={payments} />
    </FieldGrid>
  );
}

/** What a term that starts in the plan costs. */
function NewTermPrice(props: {
  readonly name: string;
  readonly pricing: Commitment["pricing"];
  readonly label: string | undefined;
}) {
  const { name, pricing, label } = props;
  return (
    <>
      <FormSelect name={`${name}.pricing`} options={pricings} {...(label && { label })} />
      {pricing === "rate" ? (
        <FormFigure key="rate" name={`${name}.rate`} />
      ) : (
        <FormFigure key="discount" name={`${name}.discountFraction`} />
      )}
    </>
  );
}
