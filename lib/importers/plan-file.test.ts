import { describe, expect, it } from "vitest";
import { planFileName, planFileText } from "@/lib/exporters/plan-file";
import type { PlanFile } from "@/lib/schemas/plan";
import { testPlan } from "@/lib/testing/plan";
import { readPlanBytes, readPlanText } from "./plan-file";

const file: PlanFile = { loadline: "plan", schemaVersion: 1, plan: testPlan() };
const bytes = (text: string) => new TextEncoder().encode(text);
const messageOf = (checked: ReturnType<typeof readPlanText>) =>
  checked.ok ? "" : checked.issues[0]?.message;

describe("a plan file", () => {
  it("comes back equal after a round trip", () => {
    expect(readPlanBytes(bytes(planFileText(file)))).toEqual({ ok: true, value: file });
  });

  it("is written in one order of fields, whatever order it was read in", () => {
    const { plan, ...frame } = file;
    const shuffled = { plan: Object.fromEntries(Object.entries(plan).reverse()), ...frame };
    const texts = [JSON.stringify(shuffled), `\uFEFF${JSON.stringify(file)}`].map((text) => {
      const read = readPlanText(text);
      return read.ok ? planFileText(read.value) : messageOf(read);
    });
    expect(texts[0]).toContain('"schemaVersion": 1');
    expect(texts[0]).toBe(texts[1]);
  });

  it.each([
    ["", "This file is empty. Choose a file exported from a plan."],
    [
      '{\n  "loadline": "plan",\n  oops',
      "This file is not JSON: it breaks off at line 3, column 3. Mend it there, or choose a file exported from a plan.",
    ],
    [
      "[1]",
      'This is not a Loadline plan file. Choose a file exported from a plan; it begins with "loadline": "plan".',
    ],
  ])("is refused with words: %j", (text, message) => {
    expect(messageOf(readPlanText(text))).toBe(message);
  });

  it("is refused above its limit before anything is parsed", () => {
    expect(messageOf(readPlanBytes(new Uint8Array(2_000_000)))).toBe(
      "This file has 2,000 kB; a plan file has at most 1,000 kB. Choose a file exported from a plan.",
    );
    expect(messageOf(readPlanText("é".repeat(600_000)))).toContain("1,200 kB");
  });

  it("is refused when it is not text", () => {
    expect(messageOf(readPlanBytes(Uint8Array.of(0xff, 0xfe, 0x00)))).toContain("not UTF-8");
  });

  it("is named after its plan", () => {
    expect(planFileName("Schaden-Assistent für Köln / 2027")).toBe(
      "schaden-assistent-fur-koln-2027.loadline.json",
    );
    expect(planFileName("計画")).toBe("plan.loadline.json");
  });
});
