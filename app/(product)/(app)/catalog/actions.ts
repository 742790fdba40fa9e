"use server";

import { action } from "@/lib/adapters/action";
import {
  catalogRecordNamedInput,
  findImportedInput,
  restoreCatalogRecordInput,
  saveCatalogRecordInput,
} from "@/lib/catalog/entry-inputs";
import { takeFiguresInput } from "@/lib/schemas/newer-figures";
import {
  findImportedRecords,
  removeCatalogRecord,
  restoreCatalogRecord,
  saveCatalogRecord,
} from "@/lib/services/catalog-entries";
import { takeNewerFigures } from "@/lib/services/newer-figures";

const plans = { revalidate: "/plans" } as const;
const here = { revalidate: "/catalog" } as const;

export const findImportedAction = action(findImportedInput, findImportedRecords);
export const saveCatalogRecordAction = action(saveCatalogRecordInput, saveCatalogRecord, here);
export const removeCatalogRecordAction = action(catalogRecordNamedInput, removeCatalogRecord, here);
export const restoreCatalogRecordAction = action(
  restoreCatalogRecordInput,
  restoreCatalogRecord,
  here,
);
export const takeNewerFiguresAction = action(takeFiguresInput, takeNewerFigures, plans);
