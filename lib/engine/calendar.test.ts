import { describe, expect, it } from "vitest";
import { calendarMonth, monthIndex, monthText } from "./calendar";

describe("calendar", () => {
  it("counts months across a year's end", () => {
    expect(monthText("2027-11", 0)).toBe("2027-11");
    expect(monthText("2027-11", 2)).toBe("2028-01");
    expect(monthText("2027-11", 119)).toBe("2037-10");
  });

  it("knows the month of the year, January being 0", () => {
    expect([0, 1, 2].map((index) => calendarMonth("2027-11", index))).toEqual([10, 11, 0]);
  });

  it("finds the month of a date, before the start too", () => {
    expect(monthIndex("2027-01", "2027-03-31")).toBe(2);
    expect(monthIndex("2027-01", "2026-11-21")).toBe(-2);
  });
});
