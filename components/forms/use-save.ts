"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** What a save answers, as every server action of the product does. */
export type Outcome<Data> =
  | { readonly ok: true; readonly data: Data }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly fields?: Readonly<Record<string, string>>;
    };

export type Refusal = Extract<Outcome<never>, { ok: false }>;

export type SaveState =
  | { readonly kind: "idle" | "saving" | "saved" }
  /** Kept here and sent again when the seconds are over. */
  | { readonly kind: "waiting"; readonly reason: string; readonly seconds: number }
  | { readonly kind: "refused"; readonly refusal: Refusal };

const idle: SaveState = { kind: "idle" };
const firstWaitSeconds = 4;
const longestWaitSeconds = 60;

function reasonOf(error: unknown): string {
  const offline = !navigator.onLine || error instanceof TypeError;
  return offline ? "no connection" : "the server did not answer as it should";
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
    try {
      const outcome = await latest.current.send(input);
      if (!outcome.ok && outcome.code === "UNAVAILABLE") throw new Error(outcome.message);
      waits.current = firstWaitSeconds;
      makeInput.current = null;
      if (outcome.ok) {
        setState({ kind: "saved" });
        latest.current.onSaved(outcome.data, input);
      } else {
        setState({ kind: "refused", refusal: outcome });
        latest.current.onRefused?.(outcome, input);
      }
    } catch (error) {
      setState({ kind: "waiting", reason: reasonOf(error), seconds: waits.current });
      waits.current = Math.min(waits.current * 2, longestWaitSeconds);
    } finally {
      sending.current = false;
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
