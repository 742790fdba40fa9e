/** The requests that are being answered, and whether the server is on its way out. */
export function runningRequests() {
  let count = 0;
  let isStopping = false;
  const whenIdle = new Set<() => void>();
  return {
    get isStopping() {
      return isStopping;
    },
    begin(): void {
      count += 1;
    },
    end(): void {
      count -= 1;
      if (count > 0) return;
      for (const resolve of whenIdle) resolve();
      whenIdle.clear();
    },
    /** True once nothing is being answered, false when `withinMs` was too short for that. */
    stop(withinMs: number): Promise<boolean> {
      isStopping = true;
      if (count === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const late = setTimeout(() => resolve(false), withinMs);
        whenIdle.add(() => {
          clearTimeout(late);
          resolve(true);
        });
      });
    },
  };
}

export type RunningRequests = ReturnType<typeof runningRequests>;

// Next bundles this module several times: the process has one count.
const shared = globalThis as typeof globalThis & { loadlineRunning?: RunningRequests };
shared.loadlineRunning ??= runningRequests();
export const running: RunningRequests = shared.loadlineRunning;
