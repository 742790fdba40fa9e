"use client";

import { type FormEvent, useState } from "react";
import { createShareLinkAction } from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { ShownOnce } from "@/components/ui/shown-once";
import { TextInput } from "@/components/ui/text-input";
import {
  linkLifetimesDays,
  type ShareLinksOf,
  shortestPasscode,
  shortPasscodeText,
  usualLifetimeDays,
} from "@/lib/schemas/share-link";
import { lifetimeChoices } from "@/lib/views/proposal/share-words";

type Errors = Readonly<Record<string, string | undefined>>;
type Made = { readonly label: string; readonly address: string };
const nothing = { label: "", passcode: "" };

type NewShareLinkProps = ShareLinksOf & {
  readonly onMade: () => void;
  /** While it is made the form must stay: its address is shown this once. */
  readonly onBusy: (busy: boolean) => void;
};

/** The id stays until the form has been answered, so that a form sent again makes one link. */
export function NewShareLink({ onMade, onBusy, ...of }: NewShareLinkProps) {
  const [id, setId] = useState(newId);
  const [typed, setTyped] = useState(nothing);
  const [lifetime, setLifetime] = useState(String(usualLifetimeDays));
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Made | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const label = typed.label.trim();
    if (label === "") return setErrors({ label: "Say for whom the link is." });
    if (typed.passcode !== "" && typed.passcode.length < shortestPasscode)
      return setErrors({ passcode: shortPasscodeText });
    setBusy(true);
    onBusy(true);
    const lifetimeDays =
      linkLifetimesDays.find((days) => String(days) === lifetime) ?? usualLifetimeDays;
    const passcode = typed.passcode === "" ? null : typed.passcode;
    const input = { id, ...of, label, lifetimeDays, passcode };
    const outcome = await attempt(() => createShareLinkAction(input), "No link was made");
    setBusy(false);
    onBusy(false);
    // A link that was lost on the way cannot be shown again: the next try makes another.
    setId(newId());
    if (!outcome.ok) return setErrors(outcome.fields ?? { label: outcome.message });
    setMade({ label, address: `${window.location.origin}${outcome.data.path}` });
    setTyped(nothing);
    onMade();
  };
  const change = (part: Partial<typeof nothing>) => {
    setTyped({ ...typed, ...part });
    setErrors({});
  };

  return (
    <>
      <form onSubmit={submit} noValidate className="grid gap-3">
        <Field label="For whom" error={errors.label}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              placeholder="The board, Ms Okafor"
              maxLength={80}
              value={typed.label}
              onChange={(event) => change({ label: event.target.value })}
            />
          )}
        </Field>
        <div className="flex flex-wrap items-start gap-3">
          <Field label="Ends after" className="w-34">
            {(control) => (
              <Select
                {...control}
                value={lifetime}
                options={lifetimeChoices}
                onValueChange={setLifetime}
              />
            )}
          </Field>
          <Field
            label="Passcode"
            optional
            error={errors.passcode}
            help="Asked for beside the link. Tell it another way than the link."
            className="flex-1 basis-52"
          >
            {(control) => (
              <TextInput
                {...control}
                autoComplete="off"
                maxLength={64}
                value={typed.passcode}
                onChange={(event) => change({ passcode: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Button
          type="submit"
          variant={made ? "secondary" : "primary"}
          busy={busy}
          className="justify-self-start"
        >
          {busy ? "Making the link" : "Make link"}
        </Button>
      </form>
      {made && (
        <ShownOnce
          key={made.address}
          title={
            <>
              The link for <b className="font-label">{made.label}</b>. It is shown this once: copy
              it now.
            </>
          }
          label="Share link"
          noun="link"
          value={made.address}
          onDone={() => setMade(null)}
        />
      )}
    </>
  );
}
