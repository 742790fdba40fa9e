import * as z from "zod/mini";
import { uuid } from "./uuid";

/** The one that may do most first. */
export const roles = ["owner", "admin", "editor", "viewer"] as const;
export type RoleId = (typeof roles)[number];

export type Member = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleId;
  /** When the membership began. */
  readonly since: string;
};

export type PendingInvitation = {
  readonly id: string;
  readonly email: string;
  readonly role: RoleId;
  /** Null where that user is gone. */
  readonly invitedBy: string | null;
  readonly expiresAt: string;
};

/** The secret of a link, given once and then unknown to everybody but its holder. */
export type InvitationLink = {
  readonly token: string;
  readonly email: string;
  readonly expiresAt: string;
};

export type OwnOrganization = {
  readonly id: string;
  readonly name: string;
  readonly role: RoleId;
  readonly isCurrent: boolean;
};

const role = z.enum(roles);
const text = z.string();

export const inviteMemberInput = z.strictObject({ id: uuid, email: text, role });
export const invitationNamedInput = z.strictObject({ invitationId: uuid });
export const renewInvitationInput = z.strictObject({ invitationId: uuid, id: uuid });
export const memberNamedInput = z.strictObject({ userId: uuid });
export const changeRoleInput = z.strictObject({ userId: uuid, role });
export const createOrganizationInput = z.strictObject({ id: uuid, name: text });
export const switchOrganizationInput = z.strictObject({ organizationId: uuid });
export const invitationTokenInput = z.strictObject({ token: text });
export const joinInput = z.strictObject({
  token: text,
  name: text,
  password: text,
  callbackUrl: z.optional(text),
});
export const signInAndJoinInput = z.strictObject({
  token: text,
  password: text,
  callbackUrl: z.optional(text),
});
