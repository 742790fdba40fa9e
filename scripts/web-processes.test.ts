import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { checkout } from "./data-folder";
import { isAlive } from "./processes";

/** Says which process answers, and ends as the web server does: when all are idle. */
const server = `
import { createServer } from "node:http";
const answer = (_, response) => setTimeout(() => response.end(String(process.pid)), 20);
createServer(answer).on("error", () => process.exit(1)).listen(Number(process.argv[2]), "127.0.0.1");
process.on("message", (message) => message === "all idle" && process.exit(0));
process.on("SIGTERM", () => process.send("idle"));
`;

let folder: string;
let port: number;
let started: ChildProcess | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "loadline-processes-"));
  writeFileSync(join(folder, "server.mjs"), server);
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  port = (free.address() as { port: number }).port;
  free.close();
  await once(free, "close");
});
afterEach(() => {
  started?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function start(count: number): ChildProcess {
  const program = join(checkout, "scripts/web-processes.mjs");
  started = spawn(
    process.execPath,
    [program, String(count), join(folder, "server.mjs"), String(port)],
    { stdio: ["ignore", "ignore", "pipe", "ipc", "ignore"] },
  );
  return started;
}

/** The processes that answer, asked on connections of their own. */
async function answering(): Promise<Set<number>> {
  const ask = async () => {
    const response = await fetch(`http://127.0.0.1:${port}`, {
      headers: { Connection: "close" },
      // A connection on its way to a process that dies is lost with it.
      signal: AbortSignal.timeout(2000),
    });
    return Number(await response.text());
  };
  return new Set(await Promise.all(Array.from({ length: 8 }, ask)));
}

const whenAnswering = (count: number) =>
  vi.waitFor(
    async () => {
      const pids = await answering();
      expect(pids.size).toBe(count);
      return pids;
    },
    { timeout: 20_000, interval: 50 },
  );

const gone = (pids: Iterable<number>) =>
  vi.waitFor(() => expect([...pids].filter(isAlive)).toEqual([]), { timeout: 10_000 });

it("serves one port with several, and replaces one that dies", { timeout: 30_000 }, async () => {
  const child = start(2);
  const [first = 0, second = 0] = await whenAnswering(2);
  process.kill(first, "SIGKILL");
  await gone([first]);
  const now = await whenAnswering(2);
  expect(now.has(second)).toBe(true);
  expect(now.has(first)).toBe(false);
  child.kill("SIGTERM");
  expect((await once(child, "exit"))[0]).toBe(0);
  await gone(now);
});

it("leaves no process when it is killed itself", { timeout: 30_000 }, async () => {
  const child = start(3);
  const pids = await whenAnswering(3);
  child.kill("SIGKILL");
  await gone(pids);
});

it("ends where the first one cannot serve", { timeout: 30_000 }, async () => {
  const taken = createServer().listen(port, "127.0.0.1");
  await once(taken, "listening");
  const child = start(2);
  expect((await once(child, "exit"))[0]).toBe(1);
  taken.close();
});
