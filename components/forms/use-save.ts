"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ChangedBy } from "@/lib/views/answer-effect";

/** What a save answers, as every server action of the product does. */
export type Outcome<Data> =
  | { readonly ok: true; readonly data: Data }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly fields?: Readonly<Record<string, string>>;
      /** Who saved another value of the same field, and when. */
      readonly conflict?: ChangedBy;
    };

export type Refusal = Extract<Outcome<never>, { ok: false }>;

export type SaveState =
  | { readonly kind: "idle" | "saving" | "saved" }
  /** Kept here and sent again when the seconds are over. */
  | { readonly kind: "waiting"; readonly reason: string; readonly seconds: number }
  | { readonly kind: "refused"; readonly refusal: Refusal };

const idle: SaveState = { kind: "idle" };
const firstWaitSeconds = 4;
const unanswered = "the server did not answer as it should";
const longestWaitSeconds = 60;

type Answer<Data> =
  | { readonly kind: "answer"; readonly answer: Outcome<Data> }
  | { readonly kind: "lost"; readonly reason: string };

async function answerOf<Data>(send: () => Promise<Outcome<Data>>): Promise<Answer<Data>> {
  try {
    const answer = await send();
    if (!answer.ok && answer.code === "UNAVAILABLE") return { kind: "lost", reason: unanswered };
    return { kind: "answer", answer };
  } catch (error) {
    const isOffline = !navigator.onLine || error instanceof TypeError;
    const reason = isOffline ? "no connection" : unanswered;
    return { kind: "lost", reason };
  }
}

/** Sends once at a time, and again after a lost connection; what is typed meanwhile goes along. */
export function useSave<Input, Data>(options: {
  readonly send: (input: Input) => Promise<Outcome<Data>>;
  readonly onSaved: (data: Data, input: Input) => void;
  readonly onRefused?: (refusal: Refusal, input: Input) => void;
}) {
  const latest = useRef(options);
  latest.current = options;
  const [state, setState] = useState<SaveState>(idle);
  const sending = useRef(false);
  const waits = useRef(firstWaitSeconds);
  const makeInput = useRef<(() => Input) | null>(null);

  const attempt = useCallback(async () => {
    if (sending.current || !makeInput.current) return;
    sending.current = true;
    setState({ kind: "saving" });
    const input = makeInput.current();
    const outcome = await answerOf(() => latest.current.send(input));
    // Free again before anybody hears of it: what was typed meanwhile may be sent at once.
    sending.current = false;
    if (outcome.kind === "lost") {
      setState({ kind: "waiting", reason: outcome.reason, seconds: waits.current });
      waits.current = Math.min(waits.current * 2, longestWaitSeconds);
      return;
    }
    waits.current = firstWaitSeconds;
    makeInput.current = null;
    const { answer } = outcome;
    if (answer.ok) {
      setState({ kind: "saved" });
      latest.current.onSaved(answer.data, input);
    } else {
      setState({ kind: "refused", refusal: answer });
      latest.current.onRefused?.(answer, input);
    }
  }, []);

  useEffect(() => {
    if (state.kind !== "waiting") return;
    const tick = setTimeout(() => {
      if (state.seconds <= 1) void attempt();
      else setState({ ...state, seconds: state.seconds - 1 });
    }, 1000);
    return () => clearTimeout(tick);
  }, [state, attempt]);

  /** `make` is called at each attempt, so that a retry sends what is there by then. */
  const save = useCallback(
    (make: () => Input) => {
      makeInput.current = make;
      return attempt();
    },
    [attempt],
  );
  const reset = useCallback(() => {
    makeInput.current = null;
    waits.current = firstWaitSeconds;
    setState(idle);
  }, []);
  return { state, save, retryNow: attempt, reset };
}
