import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "@/lib/cli/loadline";
import type { Projection } from "@/lib/engine/types";
import { csvRows } from "@/lib/importers/csv";
import type { FileFormat } from "@/lib/schemas/proposal-file";
import { exampleExports, examplesFolder } from "./example-exports";

const folder = mkdtempSync(join(tmpdir(), "loadline-examples-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exampleOf = (format: FileFormat) => {
  const found = exampleExports.find((one) => one.format === format);
  if (!found) throw new Error(`There is no ${format}.`);
  return found;
};

describe("docs/examples/exports", () => {
  it("has one of each export", () => {
    expect(readdirSync(examplesFolder).toSorted()).toEqual(
      exampleExports.map(({ file }) => basename(file)).toSorted(),
    );
  });

  it("is what npm run examples makes, to the last digit of its JSON", {
    timeout: 60_000,
  }, async () => {
    const { file, args } = exampleOf("json");
    const made = join(folder, "made.json");
    const silent = () => undefined;
    const asked = { args: args(made), folder: process.cwd(), print: silent, complain: silent };
    expect(await run(asked)).toBe(0);
    expect(JSON.parse(readFileSync(made, "utf8"))).toEqual(JSON.parse(readFileSync(file, "utf8")));
  });

  it("has the same totals in its CSV", () => {
    const files = unzipSync(readFileSync(exampleOf("csv").file));
    const [name = ""] = Object.keys(files).filter((one) => one.endsWith("monthly-lines.csv"));
    const [, ...rows] = csvRows(strFromU8(files[name] ?? new Uint8Array()));
    const { results } = JSON.parse(readFileSync(exampleOf("json").file, "utf8")) as {
      results: Projection;
    };
    const paid = rows.reduce((sum, row) => sum + Number(row[6]), 0);
    const all = results.options.reduce((sum, { summary }) => sum + summary.cash, 0);
    expect(paid).toBeCloseTo(all, 2);
  });
});
