import { describe, expect, it } from "vitest";
import { roles as known, permissionTable } from "@/lib/auth/permissions";
import { type Member, roles } from "@/lib/schemas/member";
import { memberRows, permissionRows, roleChoices, roleNames } from "./members";

const member = (userId: string, role: Member["role"]): Member => ({
  userId,
  role,
  name: userId,
  email: `${userId}@halden.example`,
  since: "2026-11-21T10:00:00.000Z",
});
const members = [member("owner", "owner"), member("admin", "admin"), member("viewer", "viewer")];
const rightsOf = (userId: string, canChange: boolean, canChangeOwners: boolean) =>
  memberRows(members, { userId, canChange, canChangeOwners, canLeave: true });

describe("members", () => {
  it("an owner may change and remove all but themselves, whom they may demote", () => {
    expect(rightsOf("owner", true, true)).toMatchObject([
      { isCaller: true, canRemove: false, canLeave: true, choices: roleChoices(true) },
      { canRemove: true, canLeave: false, choices: roleChoices(true) },
      { canRemove: true, since: "21 Nov 2026", roleName: "Viewer" },
    ]);
  });

  it("an administrator may neither touch owners nor make any", () => {
    const [owner, , viewer] = rightsOf("admin", true, false);
    expect(owner).toMatchObject({ canRemove: false, choices: [] });
    expect(viewer?.choices.map(({ value }) => value)).toEqual(["admin", "editor", "viewer"]);
  });

  it("a viewer may change nobody", () => {
    for (const row of rightsOf("viewer", false, false))
      expect(row).toMatchObject({ canRemove: false, choices: [] });
  });
});

describe("the table of permissions", () => {
  const rows = permissionRows(permissionTable());

  it("has a row for each permission, in words of its own", () => {
    expect(rows).toHaveLength(permissionTable().length);
    expect(new Set(rows.map(({ words }) => words)).size).toBe(rows.length);
    for (const { words } of rows) expect(words).toMatch(/^[A-Z].*[^.]$/);
  });

  it("knows the roles that there are, and no role may less than the one below it", () => {
    expect([...known]).toEqual([...roles]);
    expect(Object.keys(roleNames)).toEqual([...roles]);
    for (const { may, id } of rows) {
      const allowed = roles.map((role) => may[role]);
      expect(allowed, id).toEqual([...allowed].sort((a, b) => Number(b) - Number(a)));
      expect(may.owner, id).toBe(true);
    }
  });
});
