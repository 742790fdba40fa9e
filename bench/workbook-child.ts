// Writes one workbook in a process of its own, and says what memory it took beyond what was there before.

import { project } from "@/lib/engine";
import { sheetWriter } from "@/lib/exporters/workbook/cells";
import { lookNames, looks } from "@/lib/exporters/workbook/looks";
import { planBookFile } from "@/lib/exporters/workbook/plan-book";
import { sheetXml } from "@/lib/exporters/workbook/sheet-xml";
import { bookFile } from "@/lib/exporters/xlsx/book-file";
import { styleSheet } from "@/lib/exporters/xlsx/style-sheet";
import { referencePlan } from "./reference-plan";
import { sizedPlan } from "./sized-plan";

const rows = 50_000;

/** Rows of twelve months each, every cell a formula over the row before it. */
function rowsBook(): Uint8Array {
  const sheet = sheetWriter({
    ...{
      name: "Rows",
      title: "Rows",
      note: "",
      currency: "USD",
      startMonth: "2027-01",
      months: 12,
    },
  });
  let before = sheet.month;
  for (let row = 0; row < rows; row += 1) {
    const above = before;
    before = sheet.series(
      `Line ${row}`,
      "money",
      (t) => `ROUND(${above.at(t)}*1.01+SUM(${above.range(0, t)})/1000,2)`,
    );
  }
  const styles = styleSheet(lookNames.map((name) => looks[name]));
  const written = sheet.sheet();
  return bookFile({
    ...{ styles, hasFormulas: true },
    sheets: [{ name: written.name, xml: sheetXml(written) }],
  });
}

function planFile(options: number, months: number): Uint8Array {
  const plan = sizedPlan(options, months);
  return planBookFile(plan, project(plan), { title: plan.name, lines: [] });
}

const books: Readonly<Record<string, () => Uint8Array>> = {
  rows: rowsBook,
  largest: () => planFile(50, 120),
  usual: () => planFile(referencePlan.options.length, 60),
};

const book = books[process.argv[2] ?? ""];
if (!book) throw new Error(`There is no workbook named ${process.argv[2]}.`);
const before = process.memoryUsage().rss;
const from = performance.now();
const { length } = book();
const ms = performance.now() - from;
// Kilobytes; the process's highest so far.
const most = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ bytes: length, ms, memory: most - before }));
