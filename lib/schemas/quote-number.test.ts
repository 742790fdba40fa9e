import { expect, it } from "vitest";
import { isNumberRevised } from "./quote-number";

it.each([
  ["Q-123", "Q-123 rev B"],
  ["Q-123 rev A", "Q-123 rev B"],
  ["Q-123", "Q-123/2"],
  ["Q-123/1", "Q-123/2"],
  ["Q-123", "q-123 R2"],
  ["Q-123", "Q-123-V02"],
  ["Q123", "Q123R2"],
  ["Q-123", "Q-123 (Revision 3)"],
  ["Q-123", "Q-123-2"],
  ["Q-123", "Q-123 B"],
])("%s and %s differ in their revision alone", (former, number) => {
  expect([isNumberRevised(former, number), isNumberRevised(number, former)]).toEqual([true, true]);
});

it.each([
  ["Q-123", "Q-123"],
  ["Q-123", "Q-124"],
  ["ST-77", "ST-78"],
  ["Q-123", "Q-1234"],
  ["2026-101", "2026-102"],
  ["R2", "R3"],
  ["AV-101", "AV-102"],
  ["SERVER1", "SERVER2"],
])("%s and %s are two quotes, or one", (former, number) => {
  expect(isNumberRevised(former, number)).toBe(false);
});
