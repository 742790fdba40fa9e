import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sourceHash } from "./build-hash";
import { checkout } from "./data-folder";
import { type Lock, takeLock } from "./lock";
import { generatePrismaClient } from "./prisma-client";
import { StopError } from "./stop-error";

const stamp = join(checkout, ".next", "built-from");

const isBuiltFrom = (hash: string) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

/** One build at a time in a checkout; the next one waits and then finds it done. */
async function waitForLock(signal: AbortSignal | undefined): Promise<Lock> {
  const folder = join(checkout, ".data");
  mkdirSync(folder, { recursive: true });
  for (;;) {
    signal?.throwIfAborted();
    const lock = takeLock(join(folder, "build-lock"));
    if (lock) return lock;
    await sleep(200);
  }
}

function nextBuild(signal: AbortSignal | undefined): Promise<void> {
  const next = join(checkout, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: checkout,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    ...(signal ? { signal } : {}),
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      said += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new StopError(`The build failed. It said:\n\n${said}`));
    });
  });
}

/**
 * Builds when the sources differ from what the last build was made from. The mark is taken away first
 * and set last, so a build that was interrupted is made again.
 */
export async function ensureBuilt(
  options: { readonly signal?: AbortSignal; readonly onBuild?: () => void } = {},
): Promise<void> {
  const hash = sourceHash(checkout);
  if (isBuiltFrom(hash)) return;
  const lock = await waitForLock(options.signal);
  try {
    if (isBuiltFrom(hash)) return;
    options.onBuild?.();
    rmSync(stamp, { force: true });
    generatePrismaClient();
    await nextBuild(options.signal);
    writeFileSync(stamp, hash);
  } finally {
    lock.release();
  }
}
