import { counted, dateText, instantText } from "@/lib/format";
import { type Member, type PendingInvitation, type RoleId, roles } from "@/lib/schemas/member";

export const roleNames: Readonly<Record<RoleId, string>> = {
  owner: "Owner",
  admin: "Administrator",
  editor: "Editor",
  viewer: "Viewer",
};

/** A member's own role, in the account menu. */
export const roleTexts: Readonly<Record<RoleId, string>> = {
  ...roleNames,
  viewer: "Viewer: sees everything, changes nothing",
};

/** "an editor" */
export const aRole: Readonly<Record<RoleId, string>> = {
  owner: "an owner",
  admin: "an administrator",
  editor: "an editor",
  viewer: "a viewer",
};

/** What the caller may do to members. */
export type MemberRights = {
  readonly userId: string;
  readonly canChange: boolean;
  readonly canChangeOwners: boolean;
  readonly canLeave: boolean;
};

export type RoleChoice = { readonly value: RoleId; readonly label: string };

export type MemberRow = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleId;
  readonly roleName: string;
  readonly since: string;
  readonly isCaller: boolean;
  /** None where the caller may not change it. */
  readonly choices: readonly RoleChoice[];
  readonly canRemove: boolean;
  readonly canLeave: boolean;
};

/** The roles that somebody may give: owners are made by owners. */
export const roleChoices = (canMakeOwners: boolean): readonly RoleChoice[] =>
  roles
    .filter((role) => canMakeOwners || role !== "owner")
    .map((value) => ({ value, label: roleNames[value] }));

export function memberRows(members: readonly Member[], rights: MemberRights): readonly MemberRow[] {
  return members.map(({ since, ...member }) => {
    const isCaller = member.userId === rights.userId;
    const canChange = rights.canChange && (rights.canChangeOwners || member.role !== "owner");
    return {
      ...member,
      roleName: roleNames[member.role],
      since: dateText(since),
      isCaller,
      choices: canChange ? roleChoices(rights.canChangeOwners) : [],
      canRemove: canChange && !isCaller,
      canLeave: isCaller && rights.canLeave,
    };
  });
}

export const membersTitle = (count: number): string => counted(count, "member");

export type InvitationRow = {
  readonly id: string;
  readonly email: string;
  readonly roleName: string;
  readonly invitedBy: string;
  readonly expires: string;
};

export const invitationRows = (
  invitations: readonly PendingInvitation[],
): readonly InvitationRow[] =>
  invitations.map(({ id, email, role, invitedBy, expiresAt }) => ({
    id,
    email,
    roleName: roleNames[role],
    invitedBy: invitedBy ?? "somebody who is gone",
    expires: instantText(expiresAt),
  }));

export type PermissionRow = {
  readonly id: string;
  readonly words: string;
  readonly may: Readonly<Record<RoleId, boolean>>;
};

/** Each permission in words, with a yes or a no for each role. */
export const permissionRows = (
  table: readonly {
    readonly permission: string;
    readonly words: string;
    readonly may: readonly RoleId[];
  }[],
): readonly PermissionRow[] =>
  table.map(({ permission, words, may }) => ({
    id: permission,
    words,
    may: Object.fromEntries(roles.map((role) => [role, may.includes(role)])) as Record<
      RoleId,
      boolean
    >,
  }));
