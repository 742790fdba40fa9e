import { closeDatabase } from "@/lib/data/client";
import { log } from "@/lib/log/logger";
import { attendedServers } from "./attend-requests";
import { running } from "./running-requests";
import { whenAllIdle } from "./stop-together";

/** How long running requests have to come to their end. */
const graceMs = 10_000;

/**
 * On SIGTERM or SIGINT: /readyz fails first, running requests get their answer, then the pool closes. Until
 * then new requests are answered as well: whoever routes them may not know yet.
 */
export function stopGracefully(): void {
  let hasBegun = false;
  const stop = async () => {
    if (hasBegun) return;
    hasBegun = true;
    const until = performance.now() + graceMs;
    const leftMs = () => Math.max(0, until - performance.now());
    log().info("stopping: waiting for running requests");
    await running.stop(leftMs());
    await whenAllIdle(leftMs());
    const allAnswered = await running.stop(leftMs());
    for (const server of attendedServers()) {
      server.close();
      server.closeIdleConnections();
    }
    if (!allAnswered) log().warn(`requests still ran after ${graceMs / 1000} seconds and were cut`);
    await closeDatabase().catch((error: unknown) =>
      log().error({ err: error }, "closing the pool"),
    );
    log().info("stopped");
    process.exit(0);
  };
  for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, () => void stop());
}
