import { createHash } from "node:crypto";
import type { OrgId } from "./context";

/**
 * The id of an organization that a user is about to make. It follows from the user and the id that their
 * form chose, so that a form sent twice makes one, and no form can name an organization of somebody else.
 */
export function newOrganizationId(userId: string, formId: string): OrgId {
  const hex = createHash("sha256").update(`${userId}\n${formId.toLowerCase()}`).digest("hex");
  // Version 8 of RFC 9562: an id whose other bits are its maker's own.
  const id = hex.replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    (_, a, b, c, d, e) => `${a}-${b}-8${c}-8${d}-${e}`,
  );
  return id as OrgId;
}

/** The id of an organization that a user was found to be a member of. */
export const organizationIdOf = ({ orgId }: { readonly orgId: string }): OrgId => orgId as OrgId;
