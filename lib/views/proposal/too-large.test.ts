import { expect, it } from "vitest";
import { largestPlan } from "@/lib/testing/largest-plan";
import type { DocumentSection } from "./document";
import { mostPaperCells, paperRefusal, workbookRefusal } from "./too-large";

function section(title: string, cells: number): DocumentSection {
  const columns = [{ id: "one", label: "One", align: "left" }] as const;
  const rows = Array.from({ length: cells }, (_, nth) => ({ id: String(nth), cells: [] }));
  return {
    ...{ id: title, title },
    blocks: [{ kind: "table", title: "", table: { id: title, caption: title, columns, rows } }],
  };
}

it("takes a PDF up to its limit, and names the fewest sections that bring one below it", () => {
  const small = section("Small", 10);
  expect(paperRefusal({ sections: [section("Most", mostPaperCells)] })).toBeNull();
  const refusal = paperRefusal({
    sections: [small, section("Large", mostPaperCells), section("Largest", mostPaperCells + 1)],
  });
  expect(refusal).toContain(
    "would have 7,011 cells in its tables and timelines; one can have 3,500 at most",
  );
  expect(refusal).toContain("Hide \u201cLargest\u201d and \u201cLarge\u201d in the draft");
});

it("takes a workbook up to its limit, and names what else has room", () => {
  expect(workbookRefusal({ ...largestPlan(50), horizonMonths: 60 })).toBeNull();
  expect(workbookRefusal(largestPlan())).toMatch(
    /^A workbook with formulas of 50 workloads, 50 options and 120 months .*150,000 at most\. Choose CSV or JSON/,
  );
});
