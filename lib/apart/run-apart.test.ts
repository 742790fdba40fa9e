import { expect, it } from "vitest";
import type { ApartError } from "./limits";
import { runApart } from "./run-apart";

const reader = new URL("./testing/hostile-reader.ts", import.meta.url);
const limits = { timeMs: 20_000, memoryMegabytes: 64, outputBytes: 4 * 1024 * 1024 };
const run = (input: string, more: Partial<typeof limits> = {}, signal?: AbortSignal) =>
  runApart({ reader, input, limits: { ...limits, ...more }, ...(signal ? { signal } : {}) });

it("gives what a reader read, in a process that knows nothing of ours", {
  timeout: 30_000,
}, async () => {
  const [count, environment] = await Promise.all([
    runApart({ reader, input: "count" }),
    run("environment"),
  ]);
  expect(count).toBe(1000);
  expect(environment).not.toContain("PATH");
});

it("ends one that never ends, and goes on meanwhile", { timeout: 30_000 }, async () => {
  let turns = 0;
  const turn = setInterval(() => {
    turns += 1;
  }, 20);
  const ending = run("spin", { timeMs: 1500 });
  await expect(ending).rejects.toMatchObject({
    limit: "time",
    message: expect.stringMatching(/^Reading the file took longer than 1\.5 s\. Split the file/),
  });
  clearInterval(turn);
  expect(turns).toBeGreaterThan(10);
});

it.each(["heap", "buffers"])(
  "ends one that fills its %s, and says so",
  { timeout: 40_000 },
  async (way) => {
    const before = process.memoryUsage().rss;
    await expect(run(way)).rejects.toMatchObject({
      code: "INVALID",
      limit: "memory",
      message: expect.stringMatching(/^Reading the file needed more than 64 MB\./),
    } satisfies Partial<ApartError>);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  },
);

it("refuses more than fits, what crashes, and passes a reader's own words on", {
  timeout: 40_000,
}, async () => {
  const refusal = (way: string) => run(way).catch((error: ApartError) => error);
  const [much, thrown, refused] = await Promise.all(["much", "throw", "refuse"].map(refusal));
  expect(much).toMatchObject({ limit: "output" });
  expect(thrown).toMatchObject({ limit: "crash" });
  expect(refused).toMatchObject({
    code: "INVALID",
    message: "Row 3, column Price: 12,x is no number.",
  });
});

it("ends at once when its caller gives up", { timeout: 30_000 }, async () => {
  const stop = new AbortController();
  const ending = run("spin", {}, stop.signal);
  setTimeout(() => stop.abort(new Error("cancelled")), 300);
  await expect(ending).rejects.toThrow("cancelled");
  await expect(run("count", {}, stop.signal)).rejects.toThrow("cancelled");
});

it("starts while its input is fetched, and ends with it where that fails", {
  timeout: 30_000,
}, async () => {
  const reading = (fetched: Promise<string>, signal?: AbortSignal) =>
    runApart({ reader, input: fetched, limits, ...(signal && { signal }) });
  expect(await reading(Promise.resolve("count"))).toBe(1000);
  await expect(reading(Promise.reject(new Error("no such file")))).rejects.toThrow("no such file");
  const never = new Promise<string>(() => {});
  await expect(
    runApart({ reader, input: never, limits: { ...limits, timeMs: 300 } }),
  ).rejects.toMatchObject({ limit: "time" });
  await expect(
    reading(Promise.reject(new Error("no such file")), AbortSignal.abort(new Error("cancelled"))),
  ).rejects.toThrow("cancelled");
});
