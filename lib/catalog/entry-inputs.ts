import * as z from "zod/mini";
import { catalogKinds } from "@/lib/schemas/catalog-kind";
import { catalogRecord } from "./schema";

const version = z.int().check(z.gte(1), z.lte(2_000_000_000));
const recordId = catalogRecord.shape.id;

/** A record of the organization's own, over the shared one of its id or new. */
export const saveCatalogRecordInput = z.strictObject({
  /** Null where the organization has none of this id that counts. */
  expectedVersion: z.nullable(version),
  record: catalogRecord,
});
export type SaveCatalogRecord = z.infer<typeof saveCatalogRecordInput>;

export const catalogRecordNamedInput = z.strictObject({ recordId });
export type CatalogRecordNamed = z.infer<typeof catalogRecordNamedInput>;

/** Without a version it comes back as it was when it was taken away. */
export const restoreCatalogRecordInput = z.strictObject({
  recordId,
  version: z.optional(version),
});
export type RestoreCatalogRecord = z.infer<typeof restoreCatalogRecordInput>;

const word = z.string().check(z.maxLength(80));

/** What is sought among imported prices, a page at a time. */
export const findImportedInput = z.strictObject({
  words: z.array(word).check(z.maxLength(10)),
  kind: z.nullable(z.enum(catalogKinds)),
  vendor: z.nullable(word),
  provider: z.nullable(word),
  offset: z.int().check(z.gte(0), z.lte(1_000_000)),
  limit: z.int().check(z.gte(1), z.lte(60)),
});
