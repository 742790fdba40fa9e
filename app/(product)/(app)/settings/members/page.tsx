import type { Metadata } from "next";
import { Invitations } from "@/components/members/invitations";
import { MemberList } from "@/components/members/member-list";
import { PermissionTable } from "@/components/members/permission-table";
import { SettingsSection } from "@/components/settings/settings-section";
import { can, permissionTable } from "@/lib/auth/permissions";
import { requireSignedIn } from "@/lib/auth/session";
import { listInvitations } from "@/lib/services/invitations";
import { listMembers } from "@/lib/services/members";
import {
  invitationRows,
  memberRows,
  membersTitle,
  permissionRows,
  roleChoices,
} from "@/lib/views/members";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const { ctx, account } = await requireSignedIn();
  const members = await listMembers(ctx);
  const may = (permission: Parameters<typeof can>[1]) =>
    !account.isSample && can(ctx.role, permission);
  const rights = {
    userId: ctx.userId,
    canChange: may("member:change"),
    canChangeOwners: may("owner:change"),
    canLeave: may("member:leave"),
  };
  return (
    <>
      <SettingsSection
        title={membersTitle(members.length)}
        description={
          rights.canChange
            ? "A change of role, or a removal, is felt at the member's next click and by their API keys."
            : "Owners and administrators invite people and change roles."
        }
      >
        <MemberList
          rows={memberRows(members, rights)}
          organizationName={account.orgName}
          canReset={may("password:reset")}
        />
      </SettingsSection>
      {may("member:invite") && (
        <SettingsSection
          title="Invitations"
          description="A link works once, for its address alone, within 72 hours. Loadline sends no mail: send the link to them."
        >
          <Invitations
            rows={invitationRows(await listInvitations(ctx))}
            choices={roleChoices(rights.canChangeOwners)}
          />
        </SettingsSection>
      )}
      <SettingsSection title="Roles" description="What each role may do in this organization.">
        <PermissionTable rows={permissionRows(permissionTable())} />
      </SettingsSection>
    </>
  );
}
