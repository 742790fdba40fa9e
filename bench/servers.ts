import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { endServer, startLoadline, startServer } from "@/e2e/servers";

const root = resolve(import.meta.dirname, "..");
const next = resolve(root, "node_modules/next/dist/bin/next");
const bare = resolve(root, "bench/bare");

export type Server = { address: string; seconds: number; stop: () => Promise<void> };

const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
// A bench asks more often than a key may.
process.env.LOADLINE_API_CALLS_PER_MINUTE ??= "10000000";

async function timed(port: number, start: () => ReturnType<typeof startServer>): Promise<Server> {
  const began = performance.now();
  const child = await start();
  const seconds = (performance.now() - began) / 1000;
  const stop = () => endServer(child, "SIGINT");
  return { address: `http://localhost:${port}`, seconds, stop };
}

export const startOurs = (data: string, port = 4321) =>
  timed(port, () => startLoadline(data, port));

export const startBare = (port = 4322) =>
  timed(port, () =>
    startServer(
      [next, "start", bare, "-p", String(port)],
      `http://localhost:${port}/`,
      environment,
    ),
  );

/** A build from before a page was added would answer that it is not there. */
function isBuilt(): boolean {
  const built = resolve(bare, ".next/BUILD_ID");
  if (!existsSync(built)) return false;
  const since = statSync(built).mtimeMs;
  return ["app", "instrumentation.js", "next.config.mjs"]
    .flatMap((name) => [name, ...filesIn(resolve(bare, name)).map((file) => `${name}/${file}`)])
    .every((file) => statSync(resolve(bare, file)).mtimeMs <= since);
}

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: "utf8" }) : [];

export async function buildBare(): Promise<void> {
  if (isBuilt()) return;
  const child = spawn(process.execPath, [next, "build", bare], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: environment,
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("The bare page did not build.");
}
