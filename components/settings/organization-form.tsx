"use client";

import type { FormEvent } from "react";
import { monthNames } from "@/components/forms/season";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { defaultAmounts } from "@/lib/catalog/organization-start";
import { starterAssumptions } from "@/lib/catalog/starter-assumptions";
import { templateCurrency } from "@/lib/catalog/templates";
import type { Figure } from "@/lib/schemas/figure";
import { organizationSettings, type StoredOrganization } from "@/lib/schemas/organization-defaults";
import { specOf } from "@/lib/schemas/paths";
import { OrganizationField, OrganizationFigure } from "./organization-field";
import { SettingsSection } from "./settings-section";
import { type OrganizationDraft, useOrganization } from "./use-organization";

const none: Figure = { value: null, evidence: "assumed" };
const { discountRatePerYearFraction } = starterAssumptions(null);
const months = monthNames.map((label, index) => ({ value: String(index + 1), label }));
const monthText = (value: unknown) => months[Number(value ?? 1) - 1]?.label ?? "January";

/** The organization's name, and what its new plans begin with. */
export function OrganizationForm({ stored }: { readonly stored: StoredOrganization }) {
  const organization = useOrganization(stored);
  const readOnly = !stored.canEdit;
  useUnsavedGuard(organization.unsaved, organization.busy);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void organization.save();
  };
  return (
    <form onSubmit={submit} noValidate>
      <SettingsSection
        title="Organization"
        description={
          readOnly
            ? "You can view these settings. Ask an administrator for the change."
            : "Its members see the name everywhere."
        }
      >
        <TextSetting label="Name" name="name" {...{ organization, readOnly }} />
      </SettingsSection>
      <SettingsSection
        title="New plans begin with"
        description="Plans that exist keep what they have. What you leave as it is follows Loadline's default."
      >
        <div className="grid grid-cols-1 gap-x-5 gap-y-4 sm:grid-cols-2">
          <Frame {...{ organization, readOnly }} />
          <Figures {...{ organization, readOnly }} />
        </div>
      </SettingsSection>
      {!readOnly && (
        <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-line border-t bg-canvas py-3">
          <Button
            type="submit"
            variant="primary"
            busy={organization.busy}
            disabled={!organization.unsaved || organization.asks}
          >
            {organization.busy ? "Saving" : "Save"}
          </Button>
          {organization.message ? (
            <FieldError>{organization.message}</FieldError>
          ) : (
            organization.unsaved && <span className="text-ink-3 text-xs">Not saved yet</span>
          )}
        </div>
      )}
    </form>
  );
}

type PartProps = { readonly organization: OrganizationDraft; readonly readOnly: boolean };

function Frame({ organization, readOnly }: PartProps) {
  const { draft, change, error } = organization;
  return (
    <>
      <TextSetting
        label="Currency"
        name="currency"
        placeholder={templateCurrency}
        help="Of the amounts below and of blank plans. A template keeps the currency of its prices. Changing it converts nothing."
        {...{ organization, readOnly }}
      />
      <OrganizationField name="fiscalYearStartMonth" textOf={monthText} organization={organization}>
        <Field
          label="First month of the fiscal year"
          help="Budgets and totals by fiscal year follow it."
          error={error("fiscalYearStartMonth")}
        >
          {(control) => (
            <Select
              {...control}
              disabled={readOnly}
              value={String(draft.fiscalYearStartMonth ?? 1)}
              onValueChange={(month) =>
                change("fiscalYearStartMonth", month === "1" ? undefined : Number(month))
              }
              options={months}
            />
          )}
        </Field>
      </OrganizationField>
      <TextSetting
        label="First month of a new plan"
        name="startMonth"
        type="month"
        help="Empty: the month after the plan is made."
        {...{ organization, readOnly }}
      />
    </>
  );
}

function Figures({ organization, readOnly }: PartProps) {
  const typed = organization.draft.currency;
  const currency = typeof typed === "string" && /^[A-Z]{3}$/.test(typed) ? typed : templateCurrency;
  const amounts = defaultAmounts({ currency });
  const figures = {
    discountRatePerYearFraction,
    taxRateFraction: none,
    powerPrice: amounts.powerPrice,
    staffCost: amounts.staffCost,
  };
  return Object.entries(figures).map(([name, otherwise]) => {
    const spec = specOf(organizationSettings.shape[name as keyof typeof figures]);
    return (
      spec && (
        <OrganizationFigure
          key={name}
          {...{ name, spec, currency, otherwise, organization, readOnly }}
        />
      )
    );
  });
}

function TextSetting(
  props: PartProps & {
    readonly name: string;
    readonly label: string;
    readonly help?: string;
    readonly type?: "text" | "month";
    readonly placeholder?: string;
  },
) {
  const { name, label, help, type = "text", placeholder, organization, readOnly } = props;
  const textOf = (value: unknown) => (value === undefined ? "Loadline's default" : String(value));
  return (
    <OrganizationField {...{ name, organization, textOf }}>
      <Field label={label} help={help} error={organization.error(name)}>
        {(control) => (
          <TextInput
            {...control}
            type={type}
            autoComplete="off"
            readOnly={readOnly}
            placeholder={placeholder}
            value={(organization.draft[name] as string | undefined) ?? ""}
            onChange={({ target: { value } }) =>
              organization.change(name, value === "" && name !== "name" ? undefined : value)
            }
          />
        )}
      </Field>
    </OrganizationField>
  );
}
