"use server";

import { action } from "@/lib/adapters/action";
import {
  catalogRecordNamedInput,
  restoreCatalogRecordInput,
  saveCatalogRecordInput,
} from "@/lib/catalog/entry-inputs";
import {
  removeCatalogRecord,
  restoreCatalogRecord,
  saveCatalogRecord,
} from "@/lib/services/catalog-entries";

const here = { revalidate: "/catalog" } as const;

export const saveCatalogRecordAction = action(saveCatalogRecordInput, saveCatalogRecord, here);
export const removeCatalogRecordAction = action(catalogRecordNamedInput, removeCatalogRecord, here);
export const restoreCatalogRecordAction = action(
  restoreCatalogRecordInput,
  restoreCatalogRecord,
  here,
);
