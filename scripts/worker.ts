import { constants, setPriority } from "node:os";
import { log } from "@/lib/log/logger";
import { startWorker } from "@/lib/worker/worker";

/** Pages come first: what a job does can wait for them. */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const worker = await startWorker();
log().info({ process: "worker" }, "ready");

let hasBegun = false;
async function end(code: number): Promise<void> {
  if (hasBegun) return;
  hasBegun = true;
  await worker.stop().catch((error: unknown) => log().error({ err: error }, "stopping the worker"));
  log().info({ process: "worker" }, "stopped");
  process.exit(code);
}
for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, () => void end(0));
void worker.lost.then(() => {
  if (hasBegun) return;
  log().error("the worker lost the database");
  process.exit(1);
});
