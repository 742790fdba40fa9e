"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type FieldValues, useForm } from "react-hook-form";
import { type Body, type Clash, mergeBodies, sameData } from "@/lib/schemas/merge";
import type { Plan } from "@/lib/schemas/plan";
import type { ChangedBy } from "@/lib/views/answer-effect";
import { nameOf } from "./form-names";
import type { Rows } from "./row-form";
import { rowIdFor } from "./row-ids";
import { type CheckRow, rowResolver } from "./row-resolver";
import { type Outcome, useSave } from "./use-save";

export type RowToSave = {
  readonly planId: string;
  readonly expectedVersion: number | null;
  readonly body: Body;
};

export type StoredRow = { readonly body: Body; readonly version: number };

export type RowEditorInput = {
  readonly planId: string;
  readonly plan: Plan;
  readonly rows: Rows;
  /** The row as it was opened, or the draft of a new one. */
  readonly opened: Body;
  /** The row as the server has it now; absent while it is new. */
  readonly stored: StoredRow | undefined;
  readonly check: CheckRow;
  readonly send: (input: RowToSave) => Promise<Outcome<unknown>>;
  readonly onSaved: (body: Body) => void;
};

type Conflict = {
  readonly clashes: readonly Clash[];
  readonly taken: readonly string[];
  /** Who saved the other values, where the server said so. */
  readonly by: ChangedBy | null;
};

/** A form over one row: checked as the server checks, saved once, merged when somebody else saved too. */
export function useRowEditor(input: RowEditorInput) {
  const { planId, plan, rows, opened, stored, check, send, onSaved } = input;
  const router = useRouter();
  const base = useRef<Body>(opened);
  const version = useRef<number | null>(stored?.version ?? null);
  const changedBy = useRef<ChangedBy | null>(null);
  const [dirty, setDirty] = useState(stored === undefined);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const resolver = useMemo(
    () => rowResolver(check, plan, `${rows}.${opened.id}`),
    [check, plan, rows, opened.id],
  );
  const form = useForm<FieldValues>({
    defaultValues: structuredClone(opened) as FieldValues,
    resolver,
    mode: "onBlur",
    reValidateMode: "onBlur",
    shouldFocusError: false,
  });

  const isDirty = useCallback(
    () => version.current === null || !sameData(base.current, form.getValues()),
    [form],
  );
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => setDirty(isDirty()) }),
    [form, isDirty],
  );

  const saving = useSave<RowToSave, unknown>({
    send,
    onSaved: (_, sent) => onSaved(sent.body),
    onRefused: (refusal, sent) => {
      for (const [path, message] of Object.entries(refusal.fields ?? {})) {
        const name = nameOf(`${rows}.${String(sent.body.id)}`, sent.body, path);
        form.setError(name, { type: "server", message });
      }
      if (refusal.code !== "CONFLICT") return;
      changedBy.current = refusal.conflict ?? null;
      router.refresh();
    },
  });

  useMergeOfTheirs({
    ...{ stored, form, base, version, changedBy, plan, rows, setConflict, onSaved, saving },
  });

  /** Sends what is in the form at that moment, and at each retry. */
  const save = () => {
    void saving.save(() => ({
      planId,
      expectedVersion: version.current,
      body: JSON.parse(JSON.stringify(form.getValues())) as Body,
    }));
  };
  const resolve = ({ path, theirs }: Clash, choice: "mine" | "theirs") => {
    const name = nameOf("", form.getValues(), path);
    if (choice === "theirs") form.setValue(name, theirs, { shouldDirty: true });
    setConflict(
      (now) => now && { ...now, clashes: now.clashes.filter((clash) => clash.path !== path) },
    );
    setDirty(isDirty());
  };
  return { form, dirty, save, saving, conflict, resolve };
}

/** When the server's row moves on while ours is open: theirs come in, ours stay, both changed is asked. */
function useMergeOfTheirs(parts: {
  readonly stored: StoredRow | undefined;
  readonly form: ReturnType<typeof useForm<FieldValues>>;
  readonly base: React.RefObject<Body>;
  readonly version: React.RefObject<number | null>;
  readonly changedBy: React.RefObject<ChangedBy | null>;
  readonly plan: Plan;
  readonly rows: Rows;
  readonly setConflict: (conflict: Conflict | null) => void;
  readonly onSaved: (body: Body) => void;
  readonly saving: { readonly reset: () => void; readonly state: { readonly kind: string } };
}) {
  const latest = useRef(parts);
  latest.current = parts;
  const { stored } = parts;
  const { kind } = parts.saving.state;
  useEffect(() => {
    const { form, base, version, changedBy, plan, rows, setConflict, onSaved, saving } =
      latest.current;
    if (!stored || stored.version === version.current) return;
    if (kind === "saving" || kind === "saved") return;
    const mine = JSON.parse(JSON.stringify(form.getValues())) as Body;
    if (sameData(mine, stored.body)) {
      onSaved(stored.body);
      return;
    }
    if (version.current === null) {
      const taken = (plan[rows] as readonly { readonly id: string }[]).map(({ id }) => id);
      form.setValue("id", rowIdFor(String(mine.name ?? ""), taken, "row"));
      saving.reset();
      return;
    }
    const untouched = sameData(base.current, mine);
    const merge = mergeBodies(base.current, mine, stored.body);
    base.current = stored.body;
    version.current = stored.version;
    form.reset(structuredClone(merge.merged) as FieldValues, { keepErrors: true });
    if (!untouched)
      setConflict({ clashes: merge.clashes, taken: merge.taken, by: changedBy.current });
    changedBy.current = null;
    saving.reset();
  }, [stored, kind]);
}
