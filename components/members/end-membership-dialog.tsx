"use client";

import { useState } from "react";
import {
  leaveOrganizationAction,
  removeMemberAction,
} from "@/app/(product)/(app)/settings/members/actions";
import { attempt } from "@/components/plans/attempt";
import { tellOtherTabs } from "@/components/shell/other-tabs";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import type { MemberRow } from "@/lib/views/members";

export type EndMembershipDialogProps = {
  readonly member: MemberRow;
  readonly organizationName: string;
  readonly onClose: () => void;
};

/** Removing a member, or leaving: neither can be undone without an invitation, so both ask first. */
export function EndMembershipDialog(props: EndMembershipDialogProps) {
  const { member, organizationName, onClose } = props;
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const leaves = member.isCaller;

  const remove = async () => {
    const unfinished = `${member.name} was not removed`;
    const outcome = await attempt(() => removeMemberAction({ userId: member.userId }), unfinished);
    if (!outcome.ok) return outcome.message;
    toast.show({ text: `${member.name} was removed` });
    onClose();
    return null;
  };
  const leave = async () => {
    const outcome = await attempt(() => leaveOrganizationAction({}), "You are still a member");
    if (!outcome.ok) return outcome.message;
    tellOtherTabs();
    window.location.assign(outcome.data.enters === null ? "/sign-in" : "/plans");
    return null;
  };
  const confirm = async () => {
    setBusy(true);
    setError(await (leaves ? leave() : remove()));
    setBusy(false);
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={leaves ? `Leave ${organizationName}?` : `Remove ${member.name}?`}
      description={
        leaves
          ? "You lose sight of its plans at once, your API keys here end, and so do invitations you made. To come back you need an invitation."
          : `${member.name} is out at the next click. Their API keys here end, and so do invitations they made. Their plans and their part in the history stay.`
      }
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="danger" busy={busy} onClick={confirm}>
            {leaves ? "Leave" : "Remove"}
          </Button>
        </>
      }
    >
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}
