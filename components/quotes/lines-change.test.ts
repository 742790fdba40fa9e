import { expect, it } from "vitest";
import { testLine } from "@/lib/testing/quote";
import { linesChange } from "./lines-change";
import { emptyLine } from "./quote-draft";

const opened = Array.from({ length: 10 }, emptyLine);
const linesFor = (count: number) =>
  Array.from({ length: count }, (_, at) => testLine({ description: `Line ${at}` }));

it("is the lines that are other ones, by their place, and how many there are", () => {
  const now = opened.with(3, emptyLine());
  expect(linesChange(opened, now, linesFor(10))).toEqual({
    count: 10,
    changed: [{ at: 3, line: testLine({ description: "Line 3" }) }],
  });
  expect(linesChange(opened, opened, linesFor(10))).toEqual({ count: 10, changed: [] });
});

it("has what is added at the end, and lets go of what is taken away there", () => {
  expect(linesChange(opened, [...opened, emptyLine()], linesFor(11))?.changed).toMatchObject([
    { at: 10 },
  ]);
  expect(linesChange(opened, opened.slice(0, 9), linesFor(9))).toEqual({ count: 9, changed: [] });
});

it("is nothing where most of it changed, as where a line is put first", () => {
  expect(linesChange(opened, [emptyLine(), ...opened], linesFor(11))).toBeNull();
  const many = Array.from({ length: 3000 }, emptyLine);
  const now = many.map((line, at) => (at < 600 ? emptyLine() : line));
  expect(linesChange(many, now, linesFor(3000))).toBeNull();
});
