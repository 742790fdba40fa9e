import { AppError } from "@/lib/errors";

/** Lets `atOnce` pieces of work run, `waiting` more queue, and refuses the rest. */
export function gate({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw busy();
      await new Promise<void>((start) => queue.push(start));
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

const busy = () =>
  new AppError("UNAVAILABLE", "Too many people are signing in at once. Try again in a minute.");
