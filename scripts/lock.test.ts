import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { takeLock, withLock } from "./lock";

let folder: string;
const lockPath = () => join(folder, "lock");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "loadline-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that takes the lock and stays. */
async function holder() {
  const module = pathToFileURL(join(import.meta.dirname, "lock.ts")).href;
  const script = `
    const { takeLock } = await import(${JSON.stringify(module)});
    process.stdout.write(takeLock(${JSON.stringify(lockPath())}) ? "taken" : "refused");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  return { child, said: String(said) };
}

it("is for one process, until that one gives it back", () => {
  const first = takeLock(lockPath());
  expect(first).not.toBeNull();
  expect(takeLock(lockPath())).toBeNull();
  first?.release();
  const second = takeLock(lockPath());
  expect(second).not.toBeNull();
  second?.release();
});

it("ends with a process that is killed, and is never stale", async () => {
  const { child, said } = await holder();
  expect(said).toBe("taken");
  expect(takeLock(lockPath())).toBeNull();
  child.kill("SIGKILL");
  await once(child, "exit");
  const lock = takeLock(lockPath());
  expect(lock).not.toBeNull();
  lock?.release();
});

it("lets one of many processes win that start at once", async () => {
  const holders = await Promise.all(Array.from({ length: 4 }, holder));
  for (const { child } of holders) child.kill("SIGKILL");
  expect(holders.map(({ said }) => said).sort()).toEqual([
    "refused",
    "refused",
    "refused",
    "taken",
  ]);
});

it("runs work one after the other", async () => {
  let running = 0;
  let most = 0;
  const work = () =>
    withLock(lockPath(), async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
    });
  await Promise.all([work(), work(), work()]);
  expect(most).toBe(1);
});
