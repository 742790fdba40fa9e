import cluster from "node:cluster";

/**
 * Of several web processes none leaves while another still answers: new requests come to all of them. Says to
 * scripts/web-processes.mjs that this one is idle, and waits until it says that all are.
 */
export function whenAllIdle(withinMs: number): Promise<void> {
  if (!cluster.isWorker) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(resolve, withinMs);
    process.on("message", (message) => {
      if (message !== "all idle") return;
      clearTimeout(late);
      resolve();
    });
    process.send?.("idle");
  });
}
