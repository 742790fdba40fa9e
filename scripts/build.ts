import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sourceHash } from "./build-hash";
import { checkout } from "./data-folder";
import { withLock } from "./lock";
import { generatePrismaClient } from "./prisma-client";
import { StopError } from "./stop-error";

const stamp = join(checkout, ".next", "built-from");

const isBuiltFrom = (hash: string) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

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
 * and set last, so a build that was interrupted is made again. Of two starters in one checkout one builds.
 */
export async function ensureBuilt(
  options: { readonly signal?: AbortSignal; readonly onBuild?: () => void } = {},
): Promise<void> {
  const hash = sourceHash(checkout);
  if (isBuiltFrom(hash)) return;
  const build = async () => {
    if (isBuiltFrom(hash)) return;
    options.onBuild?.();
    rmSync(stamp, { force: true });
    await nextBuild(options.signal);
    writeFileSync(stamp, hash);
  };
  await generatePrismaClient();
  await withLock(join(checkout, ".data", "build-lock"), build, options.signal);
}
