"use server";

import { action } from "@/lib/adapters/action";
import { openAction } from "@/lib/adapters/open-action";
import { joinAsNew, joinWithPassword } from "@/lib/auth/invitations";
import { invitationTokenInput, joinInput, signInAndJoinInput } from "@/lib/schemas/member";
import { acceptInvitation } from "@/lib/services/invitations";

export const acceptInvitationAction = action(invitationTokenInput, acceptInvitation);
export const joinAsNewAction = openAction(joinInput, joinAsNew);
export const joinWithPasswordAction = openAction(signInAndJoinInput, joinWithPassword);
