import { describe, expect, it } from "vitest";
import { inferenceShareReference } from "@/lib/catalog/inference-share";
import { inferenceShareView } from "./inference-share";
import { examplePlan, resultsOf, textsOf } from "./testing/example";

const results = resultsOf(examplePlan("claims-assistant"));
const viewOf = (optionId: string, from = results) =>
  inferenceShareView(from, optionId, inferenceShareReference);
const ids = results.projection.ranking;
const kindOf = (id: string) => results.plan.options.find((option) => option.id === id)?.kind;
const idOf = (kind: string) => ids.find((id) => kindOf(id) === kind) ?? "";

describe("share of inference", () => {
  it("names the share in the first and in the last year", () => {
    const view = viewOf(idOf("on-premises"));
    expect(view?.title).toMatch(
      /^Inference takes (over |under )?\d+% of the spend on .+ (in 20\d\d, and (over |under )?\d+% in 20\d\d|from first to last year)$/,
    );
    expect(view?.rows).toHaveLength(5);
    expect(view?.rows[0]?.parts.every(({ fraction }) => fraction !== null)).toBe(true);
  });

  it("says what is not known of an API and of a cloud", () => {
    const texts = (kind: string) => viewOf(idOf(kind))?.rows[0]?.parts.map(({ text }) => text);
    expect(texts("api")?.slice(1)).toEqual(["not known", "not known"]);
    expect(texts("cloud")?.at(-1)).toBe("not known");
  });

  it("stands beside one third, one half and two thirds of the world, with their source", () => {
    const view = viewOf(ids[0] ?? "");
    expect(view?.world.map(({ label, parts }) => [label, parts[1]?.text])).toEqual([
      ["2023", "33%"],
      ["2025", "50%"],
      ["2026", "67%"],
    ]);
    expect(view?.source.text).toBe("Deloitte, TMT Predictions 2026");
    expect(textsOf(view).join(" ")).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("is left out of a plan that does not train", () => {
    const workloads = results.plan.workloads.filter(({ kind }) => kind === "inference");
    const served = resultsOf({ ...results.plan, workloads });
    expect(viewOf(ids[0] ?? "", served)).toBeNull();
  });
});
