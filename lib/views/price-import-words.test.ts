import { describe, expect, it } from "vitest";
import { guessObserved, guessProvider, guessSource } from "./price-import-words";
import { priceReportView } from "./price-report";

describe("a file of prices, before it is sent", () => {
  it("is taken for what its beginning looks like", () => {
    expect(guessSource('{\n "sample_spec": {"code_interpreter')).toBe("litellm");
    expect(guessSource('{"data":[{"id":"a/b","pricing":{')).toBe("openrouter");
    expect(guessSource("InstanceType,vCPUs,AcceleratorName,")).toBe("skypilot");
    expect(guessSource("<html>")).toBeNull();
  });

  it("is as old as its name says, else as its last change, and never of a day to come", () => {
    const today = "2026-11-28";
    const on = (name: string, changedOn = "2026-11-02") =>
      guessObserved({ name, changedOn }, today);
    expect(on("models_2026-08-01.json")).toBe("2026-08-01");
    expect(on("models_2199-08-01.json")).toBe("2026-11-02");
    expect(on("models_2026-99-01.json")).toBe("2026-11-02");
    expect(on("models.json", "2027-01-01")).toBe(today);
    expect(guessProvider("aws_v9_vms.csv")).toBe("aws");
    expect(guessProvider("vms.csv")).toBe("");
  });
});

it("a report says what a page need not show", () => {
  const refusedRow = {
    row: 1,
    key: "",
    field: "",
    value: "",
    reason: "It is odd.",
    mend: "Mend it.",
  };
  const view = priceReportView({
    ...{ source: "litellm", observedOn: "2026-08-01", fileName: "a.json", accepted: 2 },
    suspicious: [
      {
        ...{ id: "litellm-x", label: "x, OpenAI", key: "openai/x", row: 4, reason: "Too dear." },
        figures: { inputPrice: { unit: "moneyPerMillionTokens", value: 5000 } },
      },
    ],
    refused: Array.from({ length: 201 }, (_, at) => ({ ...refusedRow, row: at + 1 })),
    taken: ["litellm-x"],
  });
  expect(view.title).toBe(
    "a.json, LiteLLM, seen on 1 Aug 2026: 2 prices accepted, 1 suspicious, 201 refused",
  );
  expect(view.suspicious[0]).toMatchObject({ isTaken: true, where: "row 4, openai/x" });
  expect(view.suspicious[0]?.prices).toContain("Input price 5,000.00 $/M tokens");
  expect(view.refused?.rows).toHaveLength(200);
  expect(view.more).toBe("The first 200. All 201 are in the report, to be downloaded above.");
  for (const { text } of view.refused?.rows[0]?.cells ?? []) expect(text).toMatch(/\S/);
});
