"use client";

import type { FormEvent } from "react";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { FormatFields } from "@/components/proposals/format-fields";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { StoredHouseStyle } from "@/lib/schemas/house-style";
import { AccentField } from "./accent-field";
import { HousePreview } from "./house-preview";
import { LogoField } from "./logo-field";
import { SettingsSection } from "./settings-section";
import { type HouseStyleDraft, useHouseStyle } from "./use-house-style";

/** How all proposals of the organization look, with a page that shows it at once. */
export function HouseStyleForm({ stored }: { readonly stored: StoredHouseStyle }) {
  const style = useHouseStyle(stored);
  const readOnly = !stored.canEdit;
  useUnsavedGuard(style.unsaved, style.busy);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void style.save();
  };
  return (
    <form onSubmit={submit} noValidate>
      <SettingsSection
        title="House style"
        description={
          readOnly
            ? "You can view it. Ask an administrator for the change."
            : "Every proposal looks like this, on screen and in its files. What was issued stays as it was."
        }
      >
        <div className="grid gap-4">
          <LogoField {...{ style, readOnly }} />
          <AccentField {...{ style, readOnly }} />
          <Lines {...{ style, readOnly }} />
        </div>
      </SettingsSection>
      <SettingsSection
        title="Formats"
        description="How numbers, dates and currencies read in a proposal. A proposal may choose its own."
      >
        <div className="grid gap-4 sm:grid-cols-3">
          <FormatFields
            formats={style.draft.formats}
            otherwise={undefined}
            disabled={readOnly}
            onChange={(formats) => style.change({ formats })}
          />
        </div>
      </SettingsSection>
      <SettingsSection title="Preview" description="The head and the foot of a page.">
        <HousePreview house={{ organizationName: stored.organizationName, ...style.draft }} />
      </SettingsSection>
      {!readOnly && <SaveBar style={style} />}
    </form>
  );
}

type PartProps = { readonly style: HouseStyleDraft; readonly readOnly: boolean };

function Lines({ style, readOnly }: PartProps) {
  const { draft, errors, change } = style;
  return (
    <>
      <Field
        label="Confidentiality"
        help="At the foot of each page. Empty: nothing stands there."
        error={errors.confidentiality}
      >
        {(control) => (
          <TextInput
            {...control}
            value={draft.confidentiality}
            maxLength={120}
            readOnly={readOnly}
            onChange={({ target }) => change({ confidentiality: target.value })}
          />
        )}
      </Field>
      <Field
        label="Footer"
        optional
        help="A line under it: the company’s full name and seat, say."
        error={errors.footer}
      >
        {(control) => (
          <TextInput
            {...control}
            value={draft.footer}
            maxLength={200}
            readOnly={readOnly}
            onChange={({ target }) => change({ footer: target.value })}
          />
        )}
      </Field>
    </>
  );
}

function SaveBar({ style }: { readonly style: HouseStyleDraft }) {
  const { busy, unsaved, message } = style;
  return (
    <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-line border-t bg-canvas py-3">
      <Button type="submit" variant="primary" busy={busy} disabled={!unsaved}>
        {busy ? "Saving" : "Save"}
      </Button>
      {message ? (
        <FieldError>{message}</FieldError>
      ) : (
        unsaved && <span className="text-ink-3 text-xs">Not saved yet</span>
      )}
    </div>
  );
}
