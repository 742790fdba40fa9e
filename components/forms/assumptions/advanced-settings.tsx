"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { percent } from "@/lib/format";
import { type TaxDepreciation, taxDepreciations } from "@/lib/schemas/assumptions";
import { plainLabel } from "@/lib/schemas/labels";
import type { Plan } from "@/lib/schemas/plan";
import { taxDepreciationNames } from "@/lib/views/names";
import { Fold } from "../fold";
import { advancedInputs } from "./assumption-inputs";
import { AssumptionTable } from "./assumption-table";
import { Clashing } from "./clashing";
import { useSettingsForm } from "./settings-context";

const depreciation = "assumptions.taxDepreciation";

/** What a plan does without until someone asks: tax, a path for the costs that have none, elasticity. */
export function AdvancedSettings() {
  const { plan } = useSettingsForm();
  return (
    <section aria-label="Tax, other costs, elasticity" className="card overflow-hidden">
      <div className="px-[18px] py-2">
        <Fold title="Tax, other costs, elasticity" summary={summaryOf(plan)} flat>
          <div className="-mx-[18px]">
            <AssumptionTable inputs={advancedInputs} />
          </div>
          <DepreciationChoice />
        </Fold>
      </div>
    </section>
  );
}

function summaryOf({ assumptions }: Plan): string {
  const rate = assumptions.taxRateFraction?.value;
  const tax = rate ? `after tax at ${percent(rate)}` : "before tax";
  return `${tax}; other costs ${assumptions.otherPricePath ? "on a path of their own" : "constant"}`;
}

function DepreciationChoice() {
  const { settings, readOnly } = useSettingsForm();
  return (
    <div className="max-w-sm">
      <Clashing
        name={depreciation}
        textOf={(value) => taxDepreciationNames[(value ?? "book") as TaxDepreciation]}
      >
        <Field
          label={plainLabel("taxDepreciation").label}
          help="How tax deducts purchases, where there is a tax rate. MACRS: IRS Publication 946; fiscal years are the tax years."
          error={settings.error(depreciation)}
        >
          {(control) => (
            <Select<TaxDepreciation>
              {...control}
              data-field={depreciation}
              disabled={readOnly}
              value={settings.value<TaxDepreciation | undefined>(depreciation) ?? "book"}
              onValueChange={(chosen) => {
                settings.change(depreciation, chosen === "book" ? undefined : chosen);
                settings.leave(depreciation);
              }}
              options={taxDepreciations.map((value) => ({
                value,
                label: taxDepreciationNames[value],
              }))}
            />
          )}
        </Field>
      </Clashing>
    </div>
  );
}
