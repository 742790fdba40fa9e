import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { planNamedInput, saveRowInput } from "@/lib/schemas/inputs";
import { parse } from "./parse";
import { toRefusal } from "./to-refusal";

const logged = vi.spyOn(console, "error");
beforeEach(() => {
  logged.mockReset().mockImplementation(() => {});
});
afterEach(() => logged.mockReset());

describe("toRefusal", () => {
  it("passes our own words on, and logs nothing", () => {
    const error = new AppError("CONFLICT", "It changed.", { fields: { name: "Taken." } });
    expect(toRefusal(error)).toEqual({
      ok: false,
      code: "CONFLICT",
      message: "It changed.",
      fields: { name: "Taken." },
    });
    expect(logged).not.toHaveBeenCalled();
  });

  it("shows a reference in place of a bug, and logs the bug under it on one line", () => {
    const refusal = toRefusal(new Error("select secret\nfrom password"));
    const [, reference] = /Reference ([0-9a-f]{6})\.$/.exec(refusal.message) ?? [];
    expect(refusal.message).toBe(
      `Something went wrong on the server. Nothing was changed. Reference ${reference}.`,
    );
    const [line] = logged.mock.calls[0] as [string];
    expect(line).not.toContain("\n");
    expect(JSON.parse(line)).toMatchObject({
      reference,
      detail: expect.stringContaining("secret"),
    });
  });

  it("says so when the database does not answer", () => {
    expect(toRefusal(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }))).toMatchObject({
      code: "UNAVAILABLE",
      message: "The database does not answer. Nothing was changed. Try again in a moment.",
    });
  });

  it("survives whatever is thrown", () => {
    for (const thrown of [undefined, null, "text", 1, {}, Object.create(null)])
      expect(toRefusal(thrown).message).toMatch(/Reference/);
  });
});

describe("parse", () => {
  it.each([
    [planNamedInput, undefined, ""],
    [planNamedInput, { planId: 1 }, "planId"],
    [planNamedInput, { planId: "x", orgId: "y" }, "orgId"],
    [
      saveRowInput,
      { planId: crypto.randomUUID(), expectedVersion: "1", body: {} },
      "expectedVersion",
    ],
  ])("refuses what a door does not take, by field", (schema, input, path) => {
    const refusal = (() => {
      try {
        return parse(schema as typeof planNamedInput, input);
      } catch (error) {
        return error as AppError;
      }
    })();
    expect(refusal).toMatchObject({ code: "INVALID" });
    expect(Object.keys((refusal as AppError).fields ?? {})).toContain(path);
  });
});
