import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const startWithinMs = 60_000;

/** What `npm start` runs, on data and a port of the test's own. */
export async function startLoadline(data: string, port: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--disable-warning=ExperimentalWarning", "scripts/start.ts"],
    {
      cwd: resolve(import.meta.dirname, ".."),
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, PORT: String(port), LOADLINE_DATA: data, DATABASE_URL: "" },
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  }
  const until = Date.now() + startWithinMs;
  while (!(await answers(`http://127.0.0.1:${port}/sign-in`))) {
    if (child.exitCode !== null) throw new Error(`Loadline ended at its start:\n${said}`);
    if (Date.now() > until) throw new Error(`Loadline served no page in time:\n${said}`);
    await wait(100);
  }
  return child;
}

export async function endLoadline(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
