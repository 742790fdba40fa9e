"use client";

import type { ReactNode } from "react";
import { FigureField } from "@/components/forms/figure-field";
import type { DraftFigure } from "@/components/forms/provenance";
import { Button } from "@/components/ui/button";
import { figureText } from "@/lib/format";
import type { FieldSpec, Figure } from "@/lib/schemas/figure";
import { sameData } from "@/lib/schemas/merge";
import type { OrganizationDraft } from "./use-organization";

type FieldProps = {
  readonly name: string;
  readonly organization: OrganizationDraft;
  /** Another's value in words. */
  readonly textOf: (value: unknown) => string;
  readonly children: ReactNode;
};

/** A field, and both values where somebody else changed it too. */
export function OrganizationField({ name, organization, textOf, children }: FieldProps) {
  const theirs = organization.theirs(name);
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      {children}
      {theirs && (
        <div role="alert" className="grid gap-1.5 rounded-md bg-warn-soft p-2 text-xs">
          <p>
            Changed in another tab or by someone else to {textOf(theirs.value)}. Yours is kept here.
          </p>
          <div className="flex gap-2">
            <Button size="small" onClick={() => organization.resolve(name, "mine")}>
              Keep mine
            </Button>
            <Button size="small" onClick={() => organization.resolve(name, "theirs")}>
              Take theirs
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

export type OrganizationFigureProps = {
  readonly name: string;
  readonly spec: FieldSpec;
  readonly currency: string;
  /** What holds while the organization has none of its own. */
  readonly otherwise: Figure;
  readonly organization: OrganizationDraft;
  readonly readOnly: boolean;
};

/** A figure of the organization's own, or the one that Loadline comes with. */
export function OrganizationFigure(props: OrganizationFigureProps) {
  const { name, spec, currency, otherwise, organization, readOnly } = props;
  const own = organization.draft[name] as DraftFigure | undefined;
  const change = (figure: DraftFigure) => {
    if (own !== undefined || !sameData(figure, otherwise)) organization.change(name, figure);
  };
  const textOf = (value: unknown) =>
    value === undefined
      ? "Loadline's default"
      : figureText((value as Figure).value, spec.unit, currency);
  return (
    <OrganizationField {...{ name, organization, textOf }}>
      <FigureField
        name={name}
        spec={spec}
        currency={currency}
        figure={own ?? otherwise}
        onChange={change}
        onLeave={() => {}}
        error={organization.error(name)}
        readOnly={readOnly}
      />
      <Origin own={own !== undefined} hasDefault={otherwise.value !== null} readOnly={readOnly}>
        <button
          type="button"
          className="link min-h-6"
          onClick={() => organization.change(name, undefined)}
        >
          Back to {otherwise.value === null ? "none" : "Loadline's default"}
          <span className="sr-only"> for {spec.label}</span>
        </button>
      </Origin>
    </OrganizationField>
  );
}

/** Whose figure it is, and the way back to Loadline's. */
function Origin(props: {
  readonly own: boolean;
  readonly hasDefault: boolean;
  readonly readOnly: boolean;
  readonly children: ReactNode;
}) {
  const { own, hasDefault, readOnly, children } = props;
  if (!own && !hasDefault) return null;
  const words = own ? "The organization's own." : "Loadline's default.";
  return <p className="text-ink-3 text-xs">{own && !readOnly ? children : words}</p>;
}
