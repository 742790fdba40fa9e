"use client";

import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { namesOf } from "@/lib/catalog/find";
import { plainLabel } from "@/lib/schemas/labels";
import { EntryInput } from "../entry-input";
import { Clashing } from "./clashing";
import { useSettingsForm } from "./settings-context";

const automatic = "";

/** The plan's frame: when it runs, in which money, and what the others are compared with. */
export function PlainSettings() {
  const { settings, plan, readOnly } = useSettingsForm();
  const baseline = "assumptions.baselineOptionId";
  const bookValue = "assumptions.countRemainingBookValue";
  const saveAt = (name: string, value: unknown) => {
    settings.change(name, value);
    settings.leave(name);
  };
  return (
    <div className="grid grid-cols-1 gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
      <TextSetting name="name" />
      <TextSetting name="startMonth" type="month" />
      <NumberSetting name="horizonMonths" unit="months" />
      <TextSetting
        name="currency"
        help="Of every amount in the plan. Changing it converts nothing."
        suggestions={["USD", "EUR", "GBP", "CHF", "JPY", "SEK"]}
      />
      <NumberSetting
        name="hoursPerMonth"
        unit="hours"
        help="730 unless a published case says otherwise."
      />
      <TextSetting
        name="referenceAccelerator"
        help="Training hours are stated on it."
        suggestions={namesOf("accelerator")}
      />
      <Clashing name={baseline}>
        <Field label={plainLabel("baselineOptionId").label} error={settings.error(baseline)}>
          {(control) => (
            <Select
              {...control}
              data-field={baseline}
              disabled={readOnly}
              value={settings.value<string | null>(baseline) ?? automatic}
              onValueChange={(id) => saveAt(baseline, id === automatic ? null : id)}
              options={[
                { value: automatic, label: "What is owned, else the first" },
                ...plan.options.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
      </Clashing>
      <Checkbox
        className="sm:pt-6"
        label="Count remaining book value"
        help="As received at the horizon, for every option alike."
        data-field={bookValue}
        disabled={readOnly}
        checked={settings.value<boolean>(bookValue)}
        onCheckedChange={(on) => saveAt(bookValue, on)}
      />
    </div>
  );
}

type PlainProps = { readonly name: string; readonly help?: ReactNode };

function TextSetting(
  props: PlainProps & {
    readonly type?: "text" | "month";
    readonly suggestions?: readonly string[];
  },
) {
  const { name, help, type = "text", suggestions = [] } = props;
  const { settings, readOnly } = useSettingsForm();
  return (
    <Clashing name={name}>
      <Field label={plainLabel(name).label} help={help} error={settings.error(name)}>
        {(control) => (
          <>
            <TextInput
              {...control}
              type={type}
              autoComplete="off"
              data-field={name}
              readOnly={readOnly}
              value={settings.value<string>(name)}
              {...(suggestions.length > 0 && { list: `${control.id}-list` })}
              onChange={(event) => settings.change(name, event.target.value)}
              onBlur={() => settings.leave(name)}
            />
            {suggestions.length > 0 && (
              <datalist id={`${control.id}-list`}>
                {suggestions.map((text) => (
                  <option key={text} value={text} />
                ))}
              </datalist>
            )}
          </>
        )}
      </Field>
    </Clashing>
  );
}

function NumberSetting({ name, help, unit }: PlainProps & { readonly unit: string }) {
  const { settings, readOnly } = useSettingsForm();
  return (
    <Clashing name={name}>
      <Field label={plainLabel(name).label} help={help} error={settings.error(name)}>
        {(control) => (
          <EntryInput
            {...control}
            data-field={name}
            readOnly={readOnly}
            unit="count"
            unitLabel={unit}
            value={settings.value<number>(name)}
            onEntry={(value) => settings.change(name, value ?? "")}
            onBlur={() => settings.leave(name)}
          />
        )}
      </Field>
    </Clashing>
  );
}
