import { aboutTable, contentsTable } from "@/lib/views/proposal/about-table";
import { documentTables } from "@/lib/views/proposal/document-tables";
import { monthlyLinesCount, monthlyLinesTable } from "@/lib/views/proposal/monthly-lines";
import { withShownTexts } from "@/lib/views/shown-texts";
import { csvLines, type LongTable } from "@/lib/views/table-csv";
import type { TableView } from "@/lib/views/types";
import { planFileName, planFileText } from "./plan-file";
import type { ProposalSource } from "./proposal-files";
import { proposalPlanFile } from "./proposal-json";
import { type ZipPart, zipFile } from "./zip-file";

/** Excel reads a CSV as UTF-8 only where it begins with this mark; other readers skip it. */
const mark = "\ufeff";
/** As many as a double holds: sums of a file's rows are its totals to the cent. */
const digits = 15;
/** Few calls of the compressor, and little text at once. */
const pieceLength = 64 * 1024;

function* piecesOf(table: LongTable): Generator<string> {
  let piece = mark;
  for (const line of csvLines(table, digits)) {
    piece += line;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

type CsvFile = {
  readonly file: string;
  readonly section: string;
  readonly title: string;
  readonly rows: number;
  readonly table: LongTable;
};

/** A ZIP of every table of a proposal as CSV, with every month's cost lines and the plan file. */
export const proposalCsv = (source: ProposalSource): Uint8Array<ArrayBuffer> =>
  zipFile(partsOf(source), epoch);

function* partsOf(source: ProposalSource): Generator<ZipPart> {
  const { document, plan } = source;
  const files = filesOf(source);
  const listed = files.map(({ file, section, rows, title, table: { caption } }) => ({
    ...{ file, section, rows },
    caption: title === caption ? title : `${title}. ${caption}`,
  }));
  const small = (table: TableView) => piecesOf(withShownTexts(table));
  yield ["about.csv", small(aboutTable(document))];
  yield ["contents.csv", small(contentsTable(listed))];
  for (const { file, table } of files) yield [file, piecesOf(table)];
  yield ["plan.loadline.json", [planFileText(proposalPlanFile(plan))]];
}

function filesOf({ document, plan, projection }: ProposalSource): readonly CsvFile[] {
  const lines = monthlyLinesTable(plan, projection);
  const tables = documentTables(document, plan.currency);
  const named = (table: LongTable, index: number) => fileName(table, index, tables.length + 1);
  return [
    ...tables.map(({ section, title, table }, index) => ({
      ...{ file: named(table, index), section, title, rows: table.rows.length },
      table: withShownTexts(table),
    })),
    {
      ...{ file: named(lines, tables.length), section: "", title: lines.caption },
      ...{ rows: monthlyLinesCount(projection), table: lines },
    },
  ];
}

/** The first day that a ZIP can say, where its clock stands: the same proposal gives the same bytes. */
const epoch = new Date(1980, 0, 1);

/** "03-cost-lines-hgx-h200.csv": its number keeps the order and tells two of one name apart. */
function fileName({ id, about }: LongTable, index: number, of: number): string {
  const number = String(index + 1).padStart(of > 99 ? 3 : 2, "0");
  return `${number}-${plain(about === undefined ? id : `${id} ${about}`)}.csv`;
}

const plain = (text: string) => planFileName(text).replace(".loadline.json", "");
