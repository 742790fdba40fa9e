import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleHash } from "./build-hash";
import { checkout } from "./data-folder";
import type { Database } from "./database";
import { StopError } from "./stop-error";

function runSeed(ownerUrl: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const script = join(checkout, "scripts/seed-command.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    cwd: checkout,
    env: { ...environment, DATABASE_URL: ownerUrl },
    stdio: ["ignore", "inherit", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new StopError(`The sample organization could not be made. It said:\n\n${said}`));
    });
  });
}

/** Brings the sample organization into the database, unless this data folder has the present one already. */
export async function ensureSample(
  folder: string,
  database: Database,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  if (environment.LOADLINE_SAMPLE === "off") return;
  const stamp = join(folder, "sample-made-from");
  const hash = sampleHash(checkout);
  const isPresent = existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (database.isEmbedded && isPresent) return;
  await runSeed(database.ownerUrl, environment);
  writeFileSync(stamp, hash);
}
