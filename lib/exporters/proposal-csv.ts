import { strToU8, zipSync } from "fflate";
import { aboutTable, contentsTable } from "@/lib/views/proposal/about-table";
import { type DocumentTable, documentTables } from "@/lib/views/proposal/document-tables";
import { monthlyLinesTable } from "@/lib/views/proposal/monthly-lines";
import { withShownTexts } from "@/lib/views/shown-texts";
import { tableToCsv } from "@/lib/views/table-csv";
import type { TableView } from "@/lib/views/types";
import { planFileName, planFileText } from "./plan-file";
import type { ProposalSource } from "./proposal-files";
import { proposalPlanFile } from "./proposal-json";

/** Excel reads a CSV as UTF-8 only where it begins with this mark; other readers skip it. */
const mark = "\ufeff";
/** As many as a double holds: sums of a file's rows are its totals to the cent. */
const digits = 15;
const fileText = (table: TableView) => mark + tableToCsv(withShownTexts(table), digits);

/** A ZIP of every table of a proposal as CSV, with every month's cost lines and the plan file. */
export function proposalCsv(source: ProposalSource): Uint8Array<ArrayBuffer> {
  const { document, plan, projection } = source;
  const lines = monthlyLinesTable(plan, projection);
  const tables: readonly DocumentTable[] = [
    ...documentTables(document, plan.currency),
    { section: "", title: lines.caption, table: lines },
  ];
  const files = tables.map((of, index) => ({ ...of, file: fileName(of, index, tables.length) }));
  const listed = files.map(({ file, section, title, table }) => ({
    ...{ file, section, rows: table.rows.length },
    caption: title === table.caption ? title : `${title}. ${table.caption}`,
  }));
  const texts: Record<string, string> = {
    "about.csv": fileText(aboutTable(document)),
    "contents.csv": fileText(contentsTable(listed)),
    ...Object.fromEntries(files.map(({ file, table }) => [file, fileText(table)])),
    "plan.loadline.json": planFileText(proposalPlanFile(plan)),
  };
  const bytes = Object.entries(texts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { level: 6, mtime: epoch }) as Uint8Array<ArrayBuffer>;
}

/** The first day that a ZIP can say, where its clock stands: the same proposal gives the same bytes. */
const epoch = new Date(1980, 0, 1);

/** "03-cost-lines-hgx-h200.csv": its number keeps the order and tells two of one name apart. */
function fileName({ table: { id, about } }: DocumentTable, index: number, of: number): string {
  const number = String(index + 1).padStart(of > 99 ? 3 : 2, "0");
  return `${number}-${plain(about === undefined ? id : `${id} ${about}`)}.csv`;
}

const plain = (text: string) => planFileName(text).replace(".loadline.json", "");
