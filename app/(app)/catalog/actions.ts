"use server";

import { action } from "@/lib/adapters/action";
import {
  catalogRecordNamedInput,
  restoreCatalogRecordInput,
  saveCatalogRecordInput,
} from "@/lib/catalog/entry-inputs";
import { takeFiguresInput } from "@/lib/schemas/newer-figures";
import {
  removeCatalogRecord,
  restoreCatalogRecord,
  saveCatalogRecord,
} from "@/lib/services/catalog-entries";
import { takeNewerFigures } from "@/lib/services/newer-figures";

const plans = { revalidate: "/plans" } as const;
const here = { revalidate: "/catalog" } as const;

export const saveCatalogRecordAction = action(saveCatalogRecordInput, saveCatalogRecord, here);
export const removeCatalogRecordAction = action(catalogRecordNamedInput, removeCatalogRecord, here);
export const restoreCatalogRecordAction = action(
  restoreCatalogRecordInput,
  restoreCatalogRecord,
  here,
);
export const takeNewerFiguresAction = action(takeFiguresInput, takeNewerFigures, plans);
