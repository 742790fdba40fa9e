import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openInstallation } from "./installation";

const address = "http://localhost:3000";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "loadline-installation-"));
  vi.stubEnv("LOADLINE_DATA", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it("refuses a second start and says where the first one is", async () => {
  const first = await openInstallation("app", address);
  const refusal = openInstallation("app", "http://localhost:4000");
  await expect(refusal).rejects.toThrow(
    `Loadline already runs on this data at ${address} (process ${process.pid}).`,
  );
  await expect(refusal).rejects.toThrow(folder);
  first.release();
  const second = await openInstallation("app", address);
  second.release();
  expect(existsSync(join(folder, "running.json"))).toBe(false);
});

it("waits for one that is ending", async () => {
  const first = await openInstallation("app", address);
  first.leave();
  const next = openInstallation("app", address);
  setTimeout(first.release, 300);
  (await next).release();
});

it("gives up waiting when asked to stop", async () => {
  const first = await openInstallation("app", address);
  first.leave();
  const stop = new AbortController();
  const next = openInstallation("app", address, stop.signal);
  stop.abort();
  await expect(next).rejects.toThrow();
  first.release();
});

it("ends the web server that a killed start left running", async () => {
  const orphan = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "next"]);
  const running = { pid: 999_999_999, address, webPid: orphan.pid };
  writeFileSync(join(folder, "running.json"), JSON.stringify(running));
  const [, installation] = await Promise.all([
    once(orphan, "exit"),
    openInstallation("app", address),
  ]);
  installation.release();
});

it("spares a stranger that has the number of a web server which is gone", async () => {
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const running = { pid: 999_999_999, address, webPid: stranger.pid };
  writeFileSync(join(folder, "running.json"), JSON.stringify(running));
  (await openInstallation("app", address)).release();
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
  stranger.kill();
});

it("starts on what a start that was cut off while writing left", async () => {
  writeFileSync(join(folder, "running.json"), '{"pid": 12');
  (await openInstallation("app", address)).release();
});
