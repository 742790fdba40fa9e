"use client";

import { useEffect, useId, useState } from "react";
import type { AnalysisAnswers, AnalysisJob, AnalysisKind } from "./analysis-jobs";
import type { AnalysisReply, AnalysisRequest } from "./analysis-worker";

type Listener = { readonly heard: (reply: AnalysisReply) => void; readonly failed: () => void };

const listeners = new Map<string, Listener>();
let worker: Worker | null = null;
let lastId = 0;

/** One worker for all cards; it ends with the last of them. */
function ask(request: AnalysisRequest): void {
  if (!worker) {
    worker = new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<AnalysisReply>) =>
      listeners.get(data.asker)?.heard(data);
    worker.onerror = () => {
      for (const { failed } of listeners.values()) failed();
    };
  }
  worker.postMessage(request);
}

function leave(asker: string): void {
  listeners.delete(asker);
  if (listeners.size > 0) {
    worker?.postMessage({ asker, id: 0, job: null } satisfies AnalysisRequest);
    return;
  }
  worker?.terminate();
  worker = null;
}

export type JobOf<Kind extends AnalysisKind> = Extract<AnalysisJob, { kind: Kind }>;

type Analysis<Kind extends AnalysisKind> = {
  /** What the answer belongs to: an older job than the one asked for, until its answer is there. */
  readonly job: JobOf<Kind>;
  readonly answer: AnalysisAnswers[Kind];
};

type Found<Kind extends AnalysisKind> = {
  readonly analysis: Analysis<Kind> | null;
  readonly failed: boolean;
};

/** Runs a job in the worker, again for each new one; null asks for nothing. */
export function useAnalysis<Kind extends AnalysisKind>(job: JobOf<Kind> | null): Found<Kind> {
  const asker = useId();
  const [found, setFound] = useState<Found<Kind>>({ analysis: null, failed: false });
  useEffect(() => {
    if (!job) return;
    lastId += 1;
    const id = lastId;
    const heard = (reply: AnalysisReply) => {
      if (reply.id !== id) return;
      const answer = reply.answer as AnalysisAnswers[Kind];
      setFound({ analysis: { job, answer }, failed: false });
    };
    listeners.set(asker, { heard, failed: () => setFound({ analysis: null, failed: true }) });
    ask({ asker, id, job });
  }, [asker, job]);
  useEffect(() => () => leave(asker), [asker]);
  return found;
}
