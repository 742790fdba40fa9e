import { describe, expect, it } from "vitest";
import { pastedAmounts } from "./paste";

describe("what is pasted into a budget", () => {
  it.each<[string, string, readonly (number | string | null)[] | null]>([
    ["a column", "1,250,000\n650,000\n800,000\n", [1_250_000, 650_000, 800_000]],
    ["a column from Windows, with signs", "$1.2M\r\n\r\n$800k\r\n", [1_200_000, null, 800_000]],
    ["a column beside its years", "FY2027\t100\n2028\t200", [100, 200]],
    ["a row", "100\t200\t300", [100, 200, 300]],
    ["what cannot be read, as it is", "100\nlater", [100, "later"]],
    ["another currency, as it is", "100\n€200", [100, "€200"]],
    ["one amount, which is typing", "100,000\n", null],
    ["words", "hello", null],
  ])("reads %s", (_, text, amounts) => {
    expect(pastedAmounts(text, "USD")).toEqual(amounts);
  });
});
