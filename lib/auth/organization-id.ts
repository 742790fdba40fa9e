import { createHash } from "node:crypto";
import type { OrgId } from "./context";

/**
 * The id of an organization that a user is about to make. It follows from the user and the id that their
 * form chose, so that a form sent twice makes one, and no form can name an organization of somebody else.
 */
export function newOrganizationId(userId: string, formId: string): OrgId {
  const hex = createHash("sha256").update(`${userId}\n${formId.toLowerCase()}`).digest("hex");
  const id = hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return id as OrgId;
}
