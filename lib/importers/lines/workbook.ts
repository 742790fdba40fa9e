import { posix } from "node:path";
import { type CellStyle, cellStyles } from "./cell-styles";
import type { Source, Table } from "./cells";
import { most } from "./limits";
import { refuse } from "./refuse";
import { readSharedStrings } from "./shared-strings";
import { readSheet } from "./sheet";
import { openZip, type Zip } from "./unzip";
import { type Attributes, readXml } from "./xml";

/** A workbook's values. What it would do, macros and links, is never looked at. */
export function openWorkbook(bytes: Buffer): Source {
  const zip = openZip(bytes);
  refuseOtherKinds(zip);
  const path = mainPart(zip);
  const { sheets, is1904 } = sheetsOf(zip, path);
  const related = relationsOf(zip, path);
  const partOf = (kind: string) =>
    [...related.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target;
  const read = (name: string | undefined) => (name === undefined ? undefined : zip.read(name));
  let shared:
    | { readonly strings: readonly string[]; readonly styles: readonly CellStyle[] }
    | undefined;
  return {
    format: "xlsx",
    delimiter: null,
    sheetNames: sheets.map(({ name }) => name),
    read: (sheet): Table => {
      const asked = sheets[sheet];
      const part = asked && read(related.get(asked.relation)?.target);
      if (!part) return refuse("The workbook has no such sheet. Choose another one.");
      shared ??= {
        strings: readSharedStrings(read(partOf("sharedStrings"))),
        styles: cellStyles(read(partOf("styles"))),
      };
      return readSheet(part, { ...shared, is1904 });
    },
  };
}

function refuseOtherKinds({ names }: Zip): void {
  const has = (end: RegExp) => names.some((name) => end.test(name));
  if (has(/(^|\/)vbaProject\.bin$/i))
    refuse("The workbook holds macros. Save it as .xlsx, which has none, and import that.");
  if (has(/(^|\/)workbook\.bin$/i))
    refuse("This is a binary workbook (.xlsb). Save it as .xlsx or CSV, and import that.");
  if (has(/^(mimetype|content\.xml)$/))
    refuse("This is an OpenDocument file. Save it as .xlsx or CSV, and import that.");
  if (!has(/^\[Content_Types\]\.xml$/i))
    refuse("This ZIP is no workbook. Take the spreadsheet out of it, and import that.");
}

type Relation = { readonly type: string; readonly target: string };

function relationsOf(zip: Zip, path: string): ReadonlyMap<string, Relation> {
  const folder = path === "" ? "" : posix.dirname(path);
  const part = zip.read(posix.join(folder, "_rels", `${posix.basename(path)}.rels`));
  const relations = new Map<string, Relation>();
  if (!part) return relations;
  readXml(part, {
    open: (name, { Id = "", Type = "", Target = "", TargetMode }) => {
      if (name !== "Relationship" || TargetMode === "External") return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { type: Type, target });
    },
  });
  return relations;
}

function mainPart(zip: Zip): string {
  const main =
    [...relationsOf(zip, "").values()].find(({ type }) => type.endsWith("/officeDocument"))
      ?.target ?? "xl/workbook.xml";
  if (!zip.names.includes(main))
    refuse("This file is no workbook. Save the sheet as .xlsx or CSV, and import that.");
  return main;
}

const relationIn = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";

function sheetsOf(zip: Zip, path: string) {
  const sheets: { readonly name: string; readonly relation: string }[] = [];
  let is1904 = false;
  let isWorkbook = false;
  readXml(zip.read(path) ?? new Uint8Array(), {
    open: (name, attributes) => {
      if (name === "workbook") isWorkbook = true;
      if (name === "workbookPr") is1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name === "sheet")
        sheets.push({ name: attributes.name ?? "", relation: relationIn(attributes) });
      if (sheets.length > most.sheets)
        refuse(
          `The workbook has more than ${most.sheets} sheets. Save the one with the lines alone, and import that.`,
        );
    },
  });
  if (!isWorkbook || sheets.length === 0)
    refuse(
      "This file is no workbook with sheets. Save the sheet as .xlsx or CSV, and import that.",
    );
  return { sheets, is1904 };
}
