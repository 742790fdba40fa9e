import type { TemplateNamed } from "@/lib/schemas/lines-import";
import { identitySheet } from "@/lib/schemas/rfq-template";
import { templateIdentity } from "../rfq-template";
import { cellsOf } from "../rfq-workbook";
import type { Source } from "./cells";

/** Of which RFQ and for whom a workbook is the template; null for any other file. */
export function templateIn(source: Source): TemplateNamed | null {
  const at = source.sheetNames.indexOf(identitySheet);
  if (source.format !== "xlsx" || at < 0) return null;
  const sheets = [{ name: identitySheet, cells: cellsOf(source.read(at)) }];
  const said = templateIdentity({ sheets });
  return said && { rfqId: said.rfqId, supplierId: said.supplierId };
}
