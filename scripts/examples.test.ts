import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, expect, it } from "vitest";
import { run } from "@/lib/cli/loadline";
import { exampleExports, examplesFolder } from "./example-exports";

const folder = mkdtempSync(join(tmpdir(), "loadline-examples-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const textsOf = (bytes: Uint8Array, format: string): unknown =>
  format === "csv"
    ? Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)])
    : new TextDecoder().decode(bytes);

it("there is one of each export", () => {
  expect(readdirSync(examplesFolder).toSorted()).toEqual(
    exampleExports.map(({ file }) => basename(file)).toSorted(),
  );
});

/** The others hold the time they were made at. */
it.each(exampleExports.filter(({ format }) => format === "csv" || format === "json"))(
  "$file is what npm run examples makes",
  async ({ format, file, args }) => {
    const made = join(folder, basename(file));
    const silent = () => undefined;
    const asked = { args: args(made), folder: process.cwd(), print: silent, complain: silent };
    expect(await run(asked)).toBe(0);
    expect(textsOf(readFileSync(made), format)).toEqual(textsOf(readFileSync(file), format));
  },
);
