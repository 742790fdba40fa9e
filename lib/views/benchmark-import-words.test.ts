import { expect, it } from "vitest";
import { readableFiles, whyNotImported } from "./benchmark-import-words";

it("says that a place is lacking only where something was found for it", () => {
  const lacksPlace = /^This plan has no option with machines/;
  expect(whyNotImported({ hasRuns: true, hasPlace: false })).toMatch(lacksPlace);
  for (const hasPlace of [true, false])
    expect(whyNotImported({ hasRuns: false, hasPlace })).toBe("It holds nothing that can be used.");
  expect(whyNotImported({ hasRuns: true, hasPlace: true })).not.toMatch(lacksPlace);
});

it("names the files that are read in one sentence", () => {
  expect(readableFiles.map(({ text }) => text).join("")).toBe(
    "From vLLM (vllm bench serve --save-result) or SGLang (bench_serving), a CSV of TTFT and TPOT, or MLPerf’s summary_results.json.",
  );
});
