import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { csvRows } from "@/lib/importers/csv";
import { readPlanText } from "@/lib/importers/plan-file";
import { examplePlan } from "@/lib/views/testing/example";
import { proposalCsv } from "./proposal-csv";
import { draftSource, hostileSource, hostileTexts } from "./testing/hostile-proposal";

const source = draftSource({
  plan: examplePlan("claims-assistant"),
  organization: "Halden Mutual",
});
const textsOf = (bytes: Uint8Array) =>
  new Map(
    Object.entries(unzipSync(bytes)).map(([name, file]) => [
      name,
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(file),
    ]),
  );
const files = textsOf(proposalCsv(source));
const rowsOf = (part: string) => {
  const [name] = [...files.keys()].filter((one) => one.includes(part));
  return csvRows(files.get(name ?? "") ?? "");
};

const folder = mkdtempSync(join(tmpdir(), "loadline-csv-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const hasOffice = spawnSync("soffice", ["--version"]).error === undefined;

/** The sheet that LibreOffice makes of a CSV file. */
function opened(name: string, text: string): string {
  writeFileSync(join(folder, `${name}.csv`), text);
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const filter = "--infilter=CSV:44,34,76,1";
  const args = [profile, "--headless", filter, "--convert-to", "xlsx", "--outdir", folder];
  spawnSync("soffice", [...args, join(folder, `${name}.csv`)], { stdio: "ignore" });
  const sheet = unzipSync(readFileSync(join(folder, `${name}.xlsx`)))["xl/worksheets/sheet1.xml"];
  return strFromU8(sheet ?? new Uint8Array());
}

/** What a spreadsheet takes for a formula: a cell that begins so and is no number. */
const runs = (cell: string) => /^\s*[=+\-@]/.test(cell) && !Number.isFinite(Number(cell));

describe("a proposal as CSV", () => {
  it("lists every file with what it holds, under names that any system takes", () => {
    const listed = rowsOf("contents.csv").slice(1);
    const tables = [...files.keys()].filter((name) => /^\d/.test(name));
    expect(listed.map(([name]) => name)).toEqual(tables);
    for (const name of files.keys()) expect(name).toMatch(/^[a-z0-9-]+\.(csv|loadline\.json)$/);
    for (const [name, , , rows] of listed) {
      const found = rowsOf(name ?? "");
      expect(found.length - 1).toBeGreaterThanOrEqual(Number(rows));
      expect(new Set(found.map((row) => row.length)).size).toBe(1);
    }
  });

  it("begins each with the mark by which Excel reads UTF-8, and ends rows as RFC 4180 says", () => {
    for (const [name, text] of files) {
      if (!name.endsWith(".csv")) continue;
      expect(text.startsWith("\ufeff")).toBe(true);
      expect(text.endsWith("\r\n")).toBe(true);
    }
  });

  it("has each month's cost lines, which add up to the totals of the projection", () => {
    const [head, ...rows] = rowsOf("monthly-lines");
    expect(head).toEqual([
      ...["Month", "Date", "Option", "Kind", "Line", "For"],
      ...["Paid (USD)", "Consumed (USD)", "Currency"],
    ]);
    const { options } = source.projection;
    const [option] = options;
    const paid = rows
      .filter((row) => row[2] === "Managed API")
      .reduce((sum, row) => sum + Number(row[6]), 0);
    expect(paid).toBeCloseTo(option?.summary.cash ?? 0, 2);
    const lines = options.reduce((count, one) => count + one.lines.length, 0);
    expect(rows).toHaveLength(lines * source.projection.months);
  });

  it("says the unit of every number, in its head or beside it", () => {
    expect(rowsOf("cash-by-year")[0]).toContain("FY2027 (USD)");
    const [head, ...rows] = rowsOf("assumptions");
    expect(head).toContain("Value, as shown");
    expect(rows.find((row) => row[1] === "Discount rate")?.slice(2, 4)).toEqual(["0.08", "8%/yr"]);
  });

  it("holds the plan as a file that imports to the same plan", () => {
    expect(readPlanText(files.get("plan.loadline.json") ?? "")).toMatchObject({
      ok: true,
      value: { plan: source.plan },
    });
  });
});

describe("typed texts in a CSV", () => {
  const hostile = textsOf(proposalCsv(hostileSource()));

  it("are never a formula", () => {
    const cells = [...hostile]
      .filter(([name]) => name.endsWith(".csv"))
      .flatMap(([, text]) => csvRows(text).flat());
    expect(cells.filter(runs)).toEqual([]);
    for (const text of hostileTexts.slice(0, -1))
      expect(cells.some((cell) => cell.includes(`'${text}`))).toBe(true);
  });

  it(`are text where a spreadsheet opens them: ${hasOffice ? "in LibreOffice" : "by its rule, as LibreOffice is not here"}`, {
    timeout: 60_000,
  }, () => {
    const [name, text] = [...hostile].find(([one]) => one.includes("options")) ?? ["", ""];
    const bare = '"=1+1","@SUM(1)"\r\n';
    if (!hasOffice) {
      expect(csvRows(bare).flat().some(runs)).toBe(true);
      expect(csvRows(text).flat().some(runs)).toBe(false);
      return;
    }
    expect(opened("bare", bare)).toMatch(/<f[ >]/);
    expect(name).not.toBe("");
    expect(opened("guarded", text)).not.toMatch(/<f[ >]/);
  });
});
