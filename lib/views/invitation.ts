import type { RoleId } from "@/lib/schemas/member";
import { aRole } from "./members";

type Ended = { readonly orgName: string; readonly email: string };

export type PageText = { readonly title: string; readonly intro: string };

/** What an invitation is to, from whom, as what. */
export function openInvitationText(invitation: {
  readonly orgName: string;
  readonly invitedBy: string | null;
  readonly role: RoleId;
}): PageText {
  const { orgName, invitedBy, role } = invitation;
  const who = invitedBy === null ? "You are invited" : `${invitedBy} invites you`;
  return { title: `Join ${orgName}`, intro: `${who} to ${orgName} as ${aRole[role]}.` };
}

/** One page for each way in which a link can have ended. */
export const endedInvitationText = {
  used: ({ orgName }: Ended): PageText => ({
    title: "This invitation was used",
    intro: `It has made a member of ${orgName} already, and works once. If that was you, go on as that member.`,
  }),
  revoked: ({ orgName }: Ended): PageText => ({
    title: "This invitation was taken back",
    intro: `There may be a newer link. If not, ask a member of ${orgName} for one.`,
  }),
  expired: ({ orgName, email }: Ended): PageText => ({
    title: "This invitation has expired",
    intro: `A link holds for 72 hours. Ask a member of ${orgName} for a new one, to ${email}.`,
  }),
} as const;

export const unknownInvitationText: PageText = {
  title: "This is no invitation",
  intro:
    "The link leads nowhere. Open it as it was sent, to its last character, or ask for a new one.",
};

/** For whoever is signed in as somebody else. */
export const otherAddressText = (invited: string, signedInAs: string): string =>
  `The invitation is for ${invited}, and you are signed in as ${signedInAs}. Sign out to join as ${invited}, or ask for an invitation to ${signedInAs}.`;
