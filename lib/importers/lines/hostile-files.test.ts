import { expect, it } from "vitest";
import { projectFile, runApart } from "@/lib/apart/run-apart";
import { AppError } from "@/lib/errors";
import { splitColumns } from "@/lib/schemas/joined-columns";
import { nothingSet } from "@/lib/schemas/lines-import";
import type { LinesRead } from "./read-lines";
import { read } from "./read-lines";
import { hostileFiles } from "./testing/hostile-files";

const asked = (bytes: Uint8Array) => ({
  bytes,
  currency: "USD",
  settings: nothingSet,
  remembered: [],
});
const limitMs = 10_000;

it("are at least 40, each of its own kind", () => {
  expect(new Set(hostileFiles.map(({ name }) => name)).size).toBe(hostileFiles.length);
  expect(hostileFiles.length).toBeGreaterThanOrEqual(40);
});

it.each(hostileFiles)(
  "$name: is read right, or refused in words, in time",
  { timeout: 30_000 },
  ({ make, expected }) => {
    const began = performance.now();
    const outcome = attempted(make());
    expect(performance.now() - began).toBeLessThan(limitMs);
    if ("refusal" in expected) {
      expect(outcome).toBeInstanceOf(AppError);
      expect((outcome as AppError).message).toMatch(expected.refusal);
      return;
    }
    const { reading, lines } = outcome as LinesRead;
    expect(reading).toMatchObject({
      lineCount: expected.lines,
      refusedCount: expected.refused ?? 0,
    });
    expect(splitColumns(lines).description).toHaveLength(expected.lines);
    for (const { row, column, mend } of reading.refused) {
      expect(row).toBeGreaterThan(0);
      expect(column).not.toBe("");
      expect(mend).toMatch(/\.$/);
    }
  },
);

function attempted(bytes: Uint8Array): LinesRead | unknown {
  try {
    return read(asked(bytes));
  } catch (error) {
    return error;
  }
}

it("apart, they neither end nor fill the process that asked", { timeout: 60_000 }, async () => {
  const before = process.memoryUsage().rss;
  const reader = projectFile("lib/importers/lines/read-lines.ts");
  const worst = hostileFiles.filter(({ name }) =>
    /gigabyte|more than it says|laughs|forty megabytes|everything/.test(name),
  );
  for (const { make } of worst)
    await expect(runApart({ reader, input: asked(make()) })).rejects.toMatchObject({
      code: "INVALID",
    });
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
});
