"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { saveSettingsAction } from "@/app/(app)/plans/actions";
import { checkSettings } from "@/lib/schemas/check";
import type { PlanSettings } from "@/lib/schemas/plan";
import type { StoredPlan } from "@/lib/schemas/stored-plan";
import { messagesByName } from "../form-names";
import { sameData } from "../merge-rows";
import { useSave } from "../use-save";
import { applyEdits, type Edits, getIn, rebased, withEdit, withoutEdits } from "./settings-edits";

export type Settings = {
  /** As it stands on screen: saved, or typed and not saved yet. */
  readonly value: <Value>(name: string) => Value;
  readonly error: (name: string) => string | undefined;
  /** What somebody else saved into a field that has unsaved entries here. */
  readonly theirs: (name: string) => { readonly value: unknown } | undefined;
  readonly change: (name: string, value: unknown) => void;
  /** Checks the field and saves it. */
  readonly leave: (name: string) => void;
  readonly resolve: (name: string, choice: "mine" | "theirs") => void;
  readonly save: ReturnType<typeof useSave>["state"];
  readonly retryNow: () => void;
  readonly unsaved: boolean;
};

type Messages = Readonly<Record<string, string>>;

export function settingsOf(stored: StoredPlan): PlanSettings {
  const { workloads: _, options: __, scenarios: ___, ...settings } = stored.plan;
  return settings;
}

/** The plan's own settings, each saved when its field is left; one save at a time, in order. */
export function useSettings(stored: StoredPlan): Settings {
  const router = useRouter();
  const base = useRef({ settings: settingsOf(stored), version: stored.settingsVersion });
  const edits = useRef<Edits>({});
  const ready = useRef<ReadonlySet<string>>(new Set());
  const [messages, setMessages] = useState<Messages>({});
  const [clashing, setClashing] = useState<readonly string[]>([]);
  const [, draw] = useState(0);
  const redraw = useCallback(() => draw((times) => times + 1), []);

  const saving = useSave({
    send: saveSettingsAction,
    onSaved: ({ settingsVersion }, sent) => {
      base.current = { settings: sent.settings as PlanSettings, version: settingsVersion };
      const done = Object.keys(edits.current).filter((name) =>
        sameData(getIn(sent.settings, name), edits.current[name]?.value),
      );
      edits.current = withoutEdits(edits.current, done);
      ready.current = new Set([...ready.current].filter((name) => !done.includes(name)));
      redraw();
      sendReady();
    },
    onRefused: ({ code, message, fields = {} }, sent) => {
      if (code === "CONFLICT") return router.refresh();
      const issues = Object.entries(fields).map(([path, text]) => ({ path, message: text }));
      const named = messagesByName(issues, "", sent.settings);
      const [first] = ready.current;
      setMessages(named.size > 0 ? Object.fromEntries(named) : { [first ?? ""]: message });
      ready.current = new Set();
    },
  });

  const sendReady = useCallback(() => {
    if (ready.current.size === 0) return;
    void saving.save(() => ({
      planId: stored.id,
      expectedVersion: base.current.version,
      settings: applyEdits(base.current.settings, edits.current, [...ready.current]),
    }));
  }, [saving.save, stored.id]);

  useEffect(() => {
    if (stored.settingsVersion === base.current.version) {
      base.current = { ...base.current, settings: settingsOf(stored) };
      return;
    }
    if (stored.settingsVersion < base.current.version) return;
    base.current = { settings: settingsOf(stored), version: stored.settingsVersion };
    const moved = rebased(edits.current, base.current.settings);
    edits.current = moved.edits;
    ready.current = new Set(
      [...ready.current].filter((name) => name in moved.edits && !moved.clashing.includes(name)),
    );
    setClashing(moved.clashing);
    redraw();
    sendReady();
  }, [stored, redraw, sendReady]);

  const change = (name: string, value: unknown) => {
    edits.current = withEdit(edits.current, base.current.settings, name, value);
    setMessages((now) => without(now, name));
    redraw();
  };
  const leave = (name: string) => {
    const edit = edits.current[name];
    if (!edit || clashing.includes(name)) return;
    if (sameData(edit.value, getIn(base.current.settings, name))) {
      edits.current = withoutEdits(edits.current, [name]);
      return redraw();
    }
    const candidate = applyEdits(base.current.settings, edits.current, [name]);
    const checked = checkSettings(stored.plan, candidate);
    const found = checked.ok ? new Map() : messagesByName(checked.issues, "", candidate);
    const own =
      [...found].find(([at]) => at === name || at.startsWith(`${name}.`)) ?? [...found][0];
    if (own) return setMessages((now) => ({ ...now, [name]: own[1] }));
    ready.current = new Set([...ready.current, name]);
    sendReady();
  };
  const resolve = (name: string, choice: "mine" | "theirs") => {
    setClashing((now) => now.filter((other) => other !== name));
    if (choice === "theirs") edits.current = withoutEdits(edits.current, [name]);
    else ready.current = new Set([...ready.current, name]);
    redraw();
    sendReady();
  };
  return {
    value: <Value>(name: string) =>
      (name in edits.current
        ? edits.current[name]?.value
        : getIn(base.current.settings, name)) as Value,
    error: (name) => messages[name],
    theirs: (name) =>
      clashing.includes(name) ? { value: getIn(base.current.settings, name) } : undefined,
    change,
    leave,
    resolve,
    save: saving.state,
    retryNow: () => void saving.retryNow(),
    unsaved: Object.keys(edits.current).length > 0,
  };
}

function without(messages: Messages, name: string): Messages {
  if (!(name in messages)) return messages;
  return Object.fromEntries(Object.entries(messages).filter(([other]) => other !== name));
}
