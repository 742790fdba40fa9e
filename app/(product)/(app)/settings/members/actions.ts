"use server";

import { action } from "@/lib/adapters/action";
import { nothingInput } from "@/lib/schemas/inputs";
import {
  changeRoleInput,
  invitationNamedInput,
  inviteMemberInput,
  memberNamedInput,
  renewInvitationInput,
} from "@/lib/schemas/member";
import { inviteMember, renewInvitation, revokeInvitation } from "@/lib/services/invitations";
import { changeRole, leaveOrganization, removeMember } from "@/lib/services/members";

const here = { revalidate: "/settings/members" } as const;

export const changeRoleAction = action(changeRoleInput, changeRole, { revalidate: "/" });
export const removeMemberAction = action(memberNamedInput, removeMember, here);
export const leaveOrganizationAction = action(nothingInput, leaveOrganization);
export const inviteMemberAction = action(inviteMemberInput, inviteMember, here);
export const renewInvitationAction = action(renewInvitationInput, renewInvitation, here);
export const revokeInvitationAction = action(invitationNamedInput, revokeInvitation, here);
