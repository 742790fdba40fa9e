"use client";

import { useState } from "react";
import {
  getOrganizationAction,
  saveOrganizationAction,
} from "@/app/(product)/(app)/settings/organization/actions";
import { attempt } from "@/components/plans/attempt";
import { useOrganizationId } from "@/components/shell/organization-context";
import { useToast } from "@/components/ui/toast";
import { sameData } from "@/lib/schemas/merge";
import { checkOrganization, type StoredOrganization } from "@/lib/schemas/organization-defaults";
import { type Draft, mergeDraft, withField } from "./organization-draft";

type Held = { readonly settings: Draft; readonly version: number };

/** The settings as they are typed, and what became of saving them. */
export function useOrganization(stored: StoredOrganization) {
  const toast = useToast();
  const madeFor = useOrganizationId();
  const [base, setBase] = useState<Held>(stored);
  const [draft, setDraft] = useState<Draft>(stored.settings);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [theirs, setTheirs] = useState<Draft>({});
  const [message, setMessage] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);

  const change = (name: string, value: unknown) => {
    setDraft((now) => withField(now, name, value));
    setErrors((now) => without(now, name));
    setMessage(undefined);
  };
  const resolve = (name: string, choice: "mine" | "theirs") => {
    if (choice === "theirs") change(name, theirs[name]);
    setTheirs((now) => without(now, name));
  };
  const send = async (wanted: Draft, from: Held): Promise<void> => {
    const checked = checkOrganization(wanted);
    if (!checked.ok) return setErrors(byField(checked.issues));
    const settings = checked.value;
    const outcome = await attempt(
      () => saveOrganizationAction({ expectedVersion: from.version, settings }, madeFor),
      "Not saved",
    );
    if (outcome.ok) {
      setBase({ settings, version: outcome.data.version });
      setDraft(settings);
      toast.show({ text: "Settings of the organization saved." });
    } else if (outcome.code === "CONFLICT") await rebase(wanted, from);
    else if (outcome.fields) setErrors(byField(toIssues(outcome.fields)));
    else setMessage(outcome.message);
  };
  /** What others changed meanwhile comes in; only a field that both changed is asked about. */
  const rebase = async (wanted: Draft, from: Held): Promise<void> => {
    const now = await attempt(() => getOrganizationAction({}, madeFor), "Not saved");
    if (!now.ok) return setMessage(now.message);
    const merged = mergeDraft(from.settings, wanted, now.data.settings);
    setBase(now.data);
    setDraft(merged.draft);
    setTheirs(merged.clashes);
    if (Object.keys(merged.clashes).length === 0) return send(merged.draft, now.data);
    setMessage(
      "The same settings changed in another tab or by someone else. Choose at each, then save again.",
    );
  };
  const save = async () => {
    setBusy(true);
    setMessage(undefined);
    await send(draft, base);
    setBusy(false);
  };
  return {
    draft,
    change,
    resolve,
    save,
    busy,
    message,
    error: (name: string) => errors[name],
    /** Another's value where both changed a field; undefined elsewhere. */
    theirs: (name: string) => (name in theirs ? { value: theirs[name] } : undefined),
    unsaved: !sameData(draft, base.settings),
    asks: Object.keys(theirs).length > 0,
  };
}

export type OrganizationDraft = ReturnType<typeof useOrganization>;

type Issue = { readonly path: string; readonly message: string };
const toIssues = (fields: Readonly<Record<string, string>>): Issue[] =>
  Object.entries(fields).map(([path, message]) => ({ path, message }));

/** The first sentence about each field, whatever part of the figure it is about. */
const byField = (issues: readonly Issue[]) =>
  Object.fromEntries(
    [...issues].reverse().map(({ path, message }) => [path.split(".")[0] ?? "", message]),
  );

function without<T>(record: Readonly<Record<string, T>>, name: string) {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== name));
}
