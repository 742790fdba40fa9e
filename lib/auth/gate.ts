import { AppError } from "@/lib/errors";

type Width = {
  readonly atOnce: number;
  readonly waiting: number;
  /** What whoever is refused is told. */
  readonly busy: string;
};

/** Lets `atOnce` pieces of work run, `waiting` more queue, and refuses the rest. Who gives up leaves the queue. */
export function gate({ atOnce, waiting, busy }: Width) {
  let running = 0;
  const queue: (() => void)[] = [];
  const turn = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        queue.splice(queue.indexOf(start), 1);
        reject(signal?.reason);
      };
      const start = () => {
        signal?.removeEventListener("abort", giveUp);
        resolve();
      };
      signal?.addEventListener("abort", giveUp, { once: true });
      queue.push(start);
    });
  return async <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    signal?.throwIfAborted();
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new AppError("UNAVAILABLE", busy);
      await turn(signal);
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
