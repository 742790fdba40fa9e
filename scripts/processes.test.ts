import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { commandOf, endProcess, isAlive } from "./processes";

const sleeper = (...args: readonly string[]) =>
  spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", ...args], { stdio: "ignore" });

it("tells a running process from one that has ended", async () => {
  const child = sleeper();
  const pid = child.pid ?? 0;
  expect(isAlive(pid)).toBe(true);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isAlive(pid)).toBe(false);
  expect(commandOf(pid)).toBe("");
});

it("knows a process by its command", async () => {
  const child = sleeper("a-name-of-its-own");
  await once(child, "spawn");
  expect(commandOf(child.pid ?? 0)).toContain("a-name-of-its-own");
  child.kill("SIGKILL");
});

it("makes a process end that does not want to", async () => {
  const script =
    "process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)";
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "ignore"] });
  await once(child.stdout, "data");
  await endProcess(child.pid ?? 0, "SIGTERM", 100);
  expect(isAlive(child.pid ?? 0)).toBe(false);
});

it.skipIf(process.platform !== "linux")("counts a zombie as ended", async () => {
  const script = `sleep 0 & echo $!; exec ${process.execPath} -e "setInterval(() => {}, 1000)"`;
  const parent = spawn("sh", ["-c", script], { stdio: ["ignore", "pipe", "ignore"] });
  const [said] = await once(parent.stdout, "data");
  const zombie = Number(String(said));
  const until = Date.now() + 2000;
  while (isAlive(zombie) && Date.now() < until) await new Promise((go) => setTimeout(go, 20));
  expect(() => process.kill(zombie, 0)).not.toThrow();
  expect(isAlive(zombie)).toBe(false);
  parent.kill("SIGKILL");
});
