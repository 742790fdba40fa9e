"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { saveSettingsAction } from "@/app/(product)/(app)/plans/actions";
import { checkSettings, type InputIssue } from "@/lib/schemas/check";
import { sameData } from "@/lib/schemas/merge";
import type { PlanSettings } from "@/lib/schemas/plan";
import type { StoredPlan } from "@/lib/schemas/stored-plan";
import { answerInBrief, type ChangedBy } from "@/lib/views/answer-effect";
import { messagesByName } from "../form-names";
import { useSave } from "../use-save";
import {
  applyEdits,
  type Edits,
  getIn,
  rebased,
  standingOnSent,
  withEdit,
  withoutEdits,
} from "./settings-edits";

type Theirs = {
  readonly value: unknown;
  readonly by: ChangedBy | null;
  /** What the answer is with their value, and with the one typed here; null where it cannot be computed. */
  readonly effects: { readonly mine: string | null; readonly theirs: string | null };
};

export type Settings = {
  /** As it stands on screen: saved, or typed and not saved yet. */
  readonly value: <Value>(name: string) => Value;
  readonly error: (name: string) => string | undefined;
  /** What somebody else saved into a field that has unsaved entries here. */
  readonly theirs: (name: string) => Theirs | undefined;
  readonly change: (name: string, value: unknown) => void;
  /** Checks the field and saves it. */
  readonly leave: (...names: readonly string[]) => void;
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
  const sent = useRef<{ settings: unknown; answered: boolean } | null>(null);
  const changedBy = useRef<ChangedBy | null>(null);
  const [messages, setMessages] = useState<Messages>({});
  const [clashing, setClashing] = useState<readonly string[]>([]);
  const [, draw] = useState(0);
  const redraw = useCallback(() => draw((times) => times + 1), []);

  const saving = useSave({
    send: saveSettingsAction,
    onSaved: ({ settingsVersion, settings }, saved) => {
      base.current = { settings, version: settingsVersion };
      sent.current = { settings: saved.settings, answered: true };
      const done = Object.keys(edits.current).filter((name) =>
        sameData(getIn(saved.settings, name), edits.current[name]?.value),
      );
      edits.current = withoutEdits(edits.current, done);
      ready.current = new Set([...ready.current].filter((name) => !done.includes(name)));
      follow();
    },
    onRefused: ({ code, message, fields = {}, conflict }, refused) => {
      sent.current = null;
      if (code === "CONFLICT") {
        changedBy.current = conflict ?? null;
        return router.refresh();
      }
      const issues = Object.entries(fields).map(([path, text]) => ({ path, message: text }));
      const named = messagesOf(issues, refused.settings);
      const [first] = ready.current;
      setMessages(named.size > 0 ? Object.fromEntries(named) : { [first ?? ""]: message });
      ready.current = new Set();
    },
  });

  const sendReady = useCallback(() => {
    if (ready.current.size === 0) return;
    void saving.save(() => {
      const settings = applyEdits(base.current.settings, edits.current, [...ready.current]);
      sent.current = { settings, answered: false };
      return { planId: stored.id, expectedVersion: base.current.version, settings };
    });
  }, [saving.save, stored.id]);

  /** What is typed here goes on top of what was saved, by whomever. */
  const follow = useCallback(() => {
    const mine = sent.current
      ? standingOnSent(edits.current, base.current.settings, sent.current.settings)
      : edits.current;
    const moved = rebased(mine, base.current.settings);
    edits.current = moved.edits;
    ready.current = new Set(
      [...ready.current].filter((name) => name in moved.edits && !moved.clashing.includes(name)),
    );
    setClashing((now) => [
      ...now.filter((name) => name in moved.edits && !moved.clashing.includes(name)),
      ...moved.clashing,
    ]);
    redraw();
    sendReady();
  }, [redraw, sendReady]);

  useEffect(() => {
    if (stored.settingsVersion === base.current.version) {
      base.current = { ...base.current, settings: settingsOf(stored) };
      return;
    }
    if (stored.settingsVersion < base.current.version) return;
    base.current = { settings: settingsOf(stored), version: stored.settingsVersion };
    follow();
  }, [stored, follow]);

  const change = (name: string, value: unknown) => {
    edits.current = withEdit(edits.current, base.current.settings, name, value);
    setMessages((now) => without(now, name));
    redraw();
  };
  const check = (name: string) => {
    const edit = edits.current[name];
    if (!edit || clashing.includes(name)) return;
    const onItsWay = sent.current?.answered === false ? sent.current.settings : null;
    const isBack = (settings: unknown) => sameData(edit.value, getIn(settings, name));
    if (isBack(base.current.settings) && (onItsWay === null || isBack(onItsWay))) {
      edits.current = withoutEdits(edits.current, [name]);
      return redraw();
    }
    const candidate = applyEdits(base.current.settings, edits.current, [name]);
    const checked = checkSettings(stored.plan, candidate);
    const found = checked.ok ? new Map() : messagesOf(checked.issues, candidate);
    const own =
      [...found].find(([at]) => at === name || at.startsWith(`${name}.`)) ?? [...found][0];
    if (own) return setMessages((now) => ({ ...now, [name]: own[1] }));
    ready.current = new Set([...ready.current, name]);
  };
  const leave = (...names: readonly string[]) => {
    names.forEach(check);
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
    theirs: (name) => {
      if (!clashing.includes(name)) return undefined;
      const theirs = base.current.settings;
      const effectOf = (settings: unknown) => {
        const checked = checkSettings(stored.plan, settings);
        return checked.ok ? answerInBrief({ ...stored.plan, ...checked.value }) : null;
      };
      const mine = applyEdits(theirs, edits.current, [name]);
      return {
        value: getIn(theirs, name),
        by: changedBy.current,
        effects: { mine: effectOf(mine), theirs: effectOf(theirs) },
      };
    },
    change,
    leave,
    resolve,
    save: saving.state,
    retryNow: () => void saving.retryNow(),
    unsaved: Object.keys(edits.current).length > 0,
  };
}

/** A budget is a field of its own, named by its year, and a rate by its pair. */
function messagesOf(issues: readonly InputIssue[], settings: unknown): ReadonlyMap<string, string> {
  const isRow = ({ path }: InputIssue) => /^(budgets|exchangeRates)\./.test(path);
  const rows = issues
    .filter(isRow)
    .map(({ path, message }) => [path.split(".").slice(0, 2).join("."), message] as const);
  return new Map([
    ...rows.toReversed(),
    ...messagesByName(
      issues.filter((issue) => !isRow(issue)),
      "",
      settings,
    ),
  ]);
}

function without(messages: Messages, name: string): Messages {
  if (!(name in messages)) return messages;
  return Object.fromEntries(Object.entries(messages).filter(([other]) => other !== name));
}
