import { expect, test } from "vitest";
import { initials } from "./initials";

test.each([
  ["Halden Mutual", "HM"],
  ["loadline", "LO"],
  ["procurement@halden.example", "PH"],
  ["Ørsted über alles", "ØÜ"],
  ["7 Seas", "7S"],
  ["  ", "·"],
])("%s is %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
