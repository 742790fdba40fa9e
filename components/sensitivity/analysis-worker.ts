import { type AnalysisAnswer, type AnalysisJob, runJob } from "./analysis-jobs";

/** A job under the name of who asked; null takes it back. A newer one under the same name replaces it. */
export type AnalysisRequest = {
  readonly asker: string;
  readonly id: number;
  readonly job: AnalysisJob | null;
};
export type AnalysisReply = {
  readonly asker: string;
  readonly id: number;
  readonly answer: AnalysisAnswer;
};

type Running = { readonly id: number; readonly steps: ReturnType<typeof runJob>; told: number };

// The page's own types say that `self` is a window.
const page = self as unknown as {
  postMessage(reply: AnalysisReply): void;
  onmessage: ((event: MessageEvent<AnalysisRequest>) => void) | null;
};
const running = new Map<string, Running>();
const turn = new MessageChannel();
const sliceMs = 12;
const betweenPartsMs = 120;

page.onmessage = ({ data: { asker, id, job } }) => {
  running.delete(asker);
  if (!job) return;
  running.set(asker, { id, steps: runJob(job), told: 0 });
  if (running.size === 1) turn.port2.postMessage(null);
};

// A message of the page comes in between two turns: that is how a job is stopped.
turn.port1.onmessage = () => {
  const [first] = running;
  if (!first) return;
  const [asker, job] = first;
  work(asker, job);
  if (running.size > 0) turn.port2.postMessage(null);
};

function work(asker: string, job: Running): void {
  const until = performance.now() + sliceMs;
  while (performance.now() < until) {
    const step = job.steps.next();
    if (step.done) {
      running.delete(asker);
      page.postMessage({ asker, id: job.id, answer: step.value });
      return;
    }
    if (step.value && isWorthTelling(step.value, job)) {
      job.told = performance.now();
      page.postMessage({ asker, id: job.id, answer: step.value });
    }
  }
  // The next asker's turn.
  running.delete(asker);
  running.set(asker, job);
}

const coarse = 256;

/** The whole coarse grid at once, then now and then. */
function isWorthTelling({ verifiedCount }: { readonly verifiedCount: number }, { told }: Running) {
  if (verifiedCount < coarse) return false;
  return verifiedCount === coarse || performance.now() - told > betweenPartsMs;
}
