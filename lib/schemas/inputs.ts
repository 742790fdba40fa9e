import * as z from "zod/mini";
import { rowId, rowName } from "./figure";
import { monthText } from "./plan";
import { uuid } from "./uuid";

/** What the doors take. Bodies pass unread: their service checks them against the plan they belong to. */

const version = z.int().check(z.gte(1), z.lte(2_000_000_000));

export const planNamedInput = z.strictObject({ planId: uuid });
export const renamePlanInput = z.strictObject({ planId: uuid, name: rowName });
export const duplicatePlanInput = z.strictObject({ planId: uuid, id: uuid });
export const importPlanInput = z.strictObject({ id: uuid, file: z.string() });
export const saveSettingsInput = z.strictObject({
  planId: uuid,
  expectedVersion: version,
  settings: z.unknown(),
});
export const saveRowInput = z.strictObject({
  planId: uuid,
  expectedVersion: z.nullable(version),
  body: z.unknown(),
});
export const rowOfPlanInput = z.strictObject({ planId: uuid, rowId });

/** `templateIds` are the catalog's, which schemas do not know. */
export const createPlanInput = <Id extends string>(templateIds: readonly Id[]) =>
  z.strictObject({
    id: uuid,
    name: rowName,
    templateId: z.enum(templateIds as readonly [Id]),
    startMonth: z.optional(monthText),
  });

export const renameAccountInput = z.strictObject({ name: rowName });
export const changePasswordInput = z.strictObject({
  currentPassword: z.string(),
  newPassword: z.string(),
});
/** The id of a session is made from its secret: of a UUID's form, without its version. */
export const sessionNamedInput = z.strictObject({ sessionId: z.guid() });
export const nothingInput = z.strictObject({});
export const resetPasswordInput = z.strictObject({ token: z.string(), password: z.string() });

const callbackUrl = z.optional(z.string());
const text = z.string();

export const enterInput = z.strictObject({ callbackUrl });
export const signUpInput = z.strictObject({
  name: text,
  email: text,
  password: text,
  organizationName: text,
  callbackUrl,
});
