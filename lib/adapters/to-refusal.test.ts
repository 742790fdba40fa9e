import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log/logger";
import { enterRequest } from "@/lib/log/request-scope";
import { planNamedInput, saveRowInput } from "@/lib/schemas/inputs";
import { parse } from "./parse";
import { toRefusal } from "./to-refusal";

const logged = vi.spyOn(log(), "error");
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

  it("shows the number of the request in place of a bug, and logs the bug", async () => {
    const bug = new Error("select secret\nfrom password");
    const message = await new Promise<string>((resolve) =>
      setImmediate(() => {
        enterRequest({ requestId: "ABCDEF2345", nonce: "" });
        resolve(toRefusal(bug).message);
      }),
    );
    expect(message).toBe(
      "Something went wrong on the server. Nothing was changed. Error reference ABCDEF2345.",
    );
    expect(logged).toHaveBeenCalledExactlyOnceWith({ err: bug });
  });

  it("says so when the database does not answer", () => {
    expect(toRefusal(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }))).toMatchObject({
      code: "UNAVAILABLE",
      message: "The database does not answer. Nothing was changed. Try again in a moment.",
    });
  });

  it("survives whatever is thrown", () => {
    for (const thrown of [undefined, null, "text", 1, {}, Object.create(null)])
      expect(toRefusal(thrown).message).toMatch(/^Something went wrong/);
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
