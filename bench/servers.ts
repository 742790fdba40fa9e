import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const root = resolve(import.meta.dirname, "..");
const binary = (name: string) => resolve(root, "node_modules/.bin", name);

export type Server = { address: string; seconds: number; stop: () => Promise<void> };

type Command = { command: string[]; port: number; path?: string; env?: Record<string, string> };

/** Starts a server and says how long it took until a page came back. */
async function start({ command, port, path = "/", env = {} }: Command): Promise<Server> {
  const began = performance.now();
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env, PORT: String(port), NEXT_TELEMETRY_DISABLED: "1" },
  });
  const address = `http://127.0.0.1:${port}`;
  while (!(await answers(address + path))) {
    if (child.exitCode !== null) throw new Error(`${program} ended before it served a page.`);
    await wait(20);
  }
  return { address, seconds: (performance.now() - began) / 1000, stop: () => stop(child) };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGINT");
  await once(child, "exit");
}

export const startOurs = (data: string, port = 4321) =>
  start({
    command: [binary("tsx"), "scripts/start.ts"],
    port,
    env: { LOADLINE_DATA: data, DATABASE_URL: "" },
  });

export const startBare = (port = 4322) =>
  start({ command: [binary("next"), "start", "bench/bare", "-p", String(port)], port });

export async function buildBare(): Promise<void> {
  if (existsSync(resolve(root, "bench/bare/.next/BUILD_ID"))) return;
  const child = spawn(binary("next"), ["build", "bench/bare"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("The bare page did not build.");
}
