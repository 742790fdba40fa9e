"use client";

import { ShownOnce } from "@/components/ui/shown-once";
import { instantText } from "@/lib/format";
import type { InvitationLink } from "@/lib/schemas/member";

type InvitationLinkBoxProps = {
  readonly link: InvitationLink;
  readonly onDone: () => void;
};

export function InvitationLinkBox({
  link: { token, email, expiresAt },
  onDone,
}: InvitationLinkBoxProps) {
  return (
    <ShownOnce
      title={
        <>
          <strong className="font-label">The link for {email} is shown only now.</strong> Send it to
          them: it works once, for that address, until {instantText(expiresAt)}.
        </>
      }
      label="Link of the invitation"
      noun="link"
      value={`${window.location.origin}/invite/${token}`}
      onDone={onDone}
    />
  );
}
