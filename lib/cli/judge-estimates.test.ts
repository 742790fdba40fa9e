import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeEstimates } from "./judge-estimates";
import { judgementReport } from "./judgement-report";

const checkout = resolve(import.meta.dirname, "../..");
const sample = resolve(checkout, "lib/testing/throughput-points.csv");
/** The whole file, where somebody has put it: docs/throughput.md, "Judging". */
const whole = resolve(checkout, "bench/data/silicon_sample.csv");
const text = readFileSync(sample, "utf8");
const [head = "", ...rows] = text.trim().split("\n");
const columns = head.split(",");

/** The sample's first rows, with cells of one of them set to other values. */
function withCells(cells: Record<string, string>): string {
  const changed = (rows[1] ?? "").split(",");
  for (const [column, value] of Object.entries(cells)) changed[columns.indexOf(column)] = value;
  return [head, rows[0], changed.join(","), rows[2]].join("\n");
}

describe("judging the throughput estimate", () => {
  it("stays inside its bounds on measured points: the whole file where it is, else a sample", () => {
    const { timePerOutputToken, timeToFirstToken } = judgeEstimates(
      readFileSync(existsSync(whole) ? whole : sample, "utf8"),
    );
    const together = timePerOutputToken.byMode.find(({ name }) => name === "aggregated");
    expect(together?.medianFraction).toBeLessThan(0.15);
    expect(together?.ninthDecileFraction).toBeLessThan(0.4);
    expect(timePerOutputToken.overall?.medianFraction).toBeLessThan(0.15);
    expect(timeToFirstToken.overall?.medianFraction).toBeLessThan(0.5);
  });

  it("judges every readable row, by mode, model and machine", () => {
    const { rows: read, judged, timePerOutputToken: tables, issues } = judgeEstimates(text);
    expect(read).toBe(rows.length);
    expect(judged).toBe(rows.length - 2);
    expect(issues.map(({ column }) => column)).toEqual([
      "decode_num_workers",
      "prefill_num_workers",
      "tp_size",
    ]);
    for (const groups of [
      tables.byMode,
      tables.byModel,
      tables.byMachine,
      tables.byModelAndMachine,
    ])
      expect(groups.reduce((sum, { points }) => sum + points, 0)).toBe(judged);
  });

  it.each<[string, Record<string, string>, string, string]>([
    ["an unknown model", { model_path: "x/New-9B" }, "model_path", "keyValueHeads"],
    ["an unknown machine", { system: "z100" }, "system", "memoryTerabytesPerSecond"],
    ["an unknown format", { gemm_quant_mode: "fp3" }, "gemm_quant_mode", "nvfp4"],
    ["a missing length", { isl: "" }, "isl", "above 0"],
    ["a negative length", { osl: "-5" }, "osl", "above 0"],
    ["text for a time", { silicon_tpot_ms: "fast" }, "silicon_tpot_ms", "above 0"],
    ["a time without end", { silicon_ttft_ms: "1e99" }, "silicon_ttft_ms", "at most"],
    ["a mode of its own", { mode: "both" }, "mode", '"agg" or "disagg"'],
    ["pipeline parallelism", { pp_size: "2" }, "pp_size", "not estimated"],
    ["a whole system's count", { id: "x", tp_size: "36" }, "tp_size", "one replica"],
    ["what does not fit", { system: "l4", tp_size: "1", id: "x" }, "tp_size", "do not fit"],
  ])("names %s and judges the others", (_, cells, column, mend) => {
    const { judged, issues } = judgeEstimates(withCells(cells));
    const value = cells[column] ?? "";
    expect(issues).toEqual([{ row: 3, column, value, mend: expect.stringContaining(mend) }]);
    expect(judged).toBe(2);
  });

  it("names the columns that a file lacks", () => {
    const { judged, issues } = judgeEstimates("a,b\n1,2\n");
    expect(judged).toBe(0);
    expect(issues.map(({ row, column }) => [row, column])).toContainEqual([1, "silicon_tpot_ms"]);
  });

  it("reads labels as they are meant, and says so", () => {
    const { mended, judged } = judgeEstimates(
      withCells({ id: "a_tp8_ep8_1", tp_size: "64", moe_tp_size: "8", moe_ep_size: "8" }),
    );
    expect(mended).toEqual([
      { row: 3, column: "tp_size", value: "64", mend: "Read as 8, which its id says." },
    ]);
    expect(judged).toBe(3);
  });

  it("prints tables and mends in words", () => {
    const words = judgementReport(judgeEstimates(text));
    expect(words).toMatch(/^\d+ points of \d+ rows judged\./);
    expect(words).toMatch(/Time per output token\n +Points +Median +p90 +Leaning/);
    expect(words).toContain("Time to first token");
    expect(words).toMatch(/Not judged:\n {2}row \d+: decode_num_workers is empty\. Enter how many/);
    expect(words).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});
