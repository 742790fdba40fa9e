import { expect, it } from "vitest";
import {
  becomesThroughput,
  hasThroughputOf,
  namesOfFiles,
  readableFiles,
  whyNotImported,
} from "./benchmark-import-words";

it("says that a place is lacking only where something was found for it", () => {
  const lacksPlace = /^This plan has no option with machines/;
  expect(whyNotImported({ hasRuns: true, hasPlace: false })).toMatch(lacksPlace);
  for (const hasPlace of [true, false])
    expect(whyNotImported({ hasRuns: false, hasPlace })).toBe("It holds nothing that can be used.");
  expect(whyNotImported({ hasRuns: true, hasPlace: true })).not.toMatch(lacksPlace);
});

it("names the chosen files, and what they become", () => {
  expect(namesOfFiles(["c8.json"])).toBe("c8.json");
  expect(namesOfFiles(["c8.json", "c16.json", "c32.json"])).toBe("c8.json and 2 more");
  expect(becomesThroughput("", "Chat")).toBe("It becomes the throughput of this option for Chat.");
  expect(hasThroughputOf("Own servers", "c8.json")).toBe(
    "Own servers has the throughput of c8.json.",
  );
});

it("names the files that are read in one sentence", () => {
  expect(readableFiles.map(({ text }) => text).join("")).toBe(
    "From vLLM (vllm bench serve --save-result), SGLang (bench_serving), NVIDIA’s GenAI-Perf or AIPerf (profile_export_….json or .csv), a CSV of TTFT and TPOT, or MLPerf’s summary_results.json. Of a sweep choose all files at once.",
  );
});
