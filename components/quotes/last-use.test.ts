import { expect, it } from "vitest";
import { beginsWith, lastUse, rememberUse } from "./last-use";

function tab() {
  const held = new Map<string, string>();
  return () => ({
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  });
}
const options = ["onprem", "other"];

it("leaves the option of the same plan as it is for the next quote too", () => {
  const keep = tab();
  expect(beginsWith(lastUse(keep), { planId: "p", options })).toBeNull();
  rememberUse({ planId: "p", copiedId: "onprem" }, keep);
  expect(beginsWith(lastUse(keep), { planId: "p", options })).toBe("onprem");
  expect(beginsWith(lastUse(keep), { planId: "q", options })).toBeNull();
  expect(beginsWith(lastUse(keep), { planId: "p", options: ["other"] })).toBeNull();
});

it("writes over no option because the quote before it did", () => {
  const keep = tab();
  rememberUse({ planId: "p", copiedId: null }, keep);
  expect(lastUse(keep)).toEqual({ planId: "p", copiedId: null });
  expect(beginsWith(lastUse(keep), { planId: "p", options })).toBeNull();
});

it("asks anew where a tab keeps nothing, or something else", () => {
  const refuse = () => {
    throw new Error("no storage");
  };
  rememberUse({ planId: "p", copiedId: null }, refuse);
  expect(lastUse(refuse)).toBeNull();
  for (const text of ["{", "7", '{"planId":7}'])
    expect(lastUse(() => ({ getItem: () => text, setItem: () => {} }))).toBeNull();
});
