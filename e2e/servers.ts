import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const startWithinMs = 120_000;

/** What `npm start` runs, on data and a port of the caller's own. */
export function startLoadline(data: string, port: number): Promise<ChildProcess> {
  return startServer(
    ["--import", "tsx", "--disable-warning=ExperimentalWarning", "scripts/start.ts"],
    `http://localhost:${port}/sign-in`,
    { ...process.env, PORT: String(port), LOADLINE_DATA: data, DATABASE_URL: "" },
    "Loadline is ready.",
  );
}

/**
 * Runs Node with these arguments until a page comes back from the address. What a server says once it
 * serves tells it from one before it on the same address, which may answer until it is ended.
 */
export async function startServer(
  args: readonly string[],
  address: string,
  env: NodeJS.ProcessEnv,
  saysOnceReady = "",
): Promise<ChildProcess> {
  const cwd = resolve(import.meta.dirname, "..");
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  }
  const until = Date.now() + startWithinMs;
  while (!(said.includes(saysOnceReady) && (await answers(address)))) {
    if (child.exitCode !== null) throw new Error(`The server ended at its start:\n${said}`);
    if (Date.now() > until) throw new Error(`The server gave no page in time:\n${said}`);
    await wait(20);
  }
  return child;
}

export async function endServer(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
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
