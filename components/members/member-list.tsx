"use client";

import dynamic from "next/dynamic";
import { useState, useTransition } from "react";
import { changeRoleAction } from "@/app/(product)/(app)/settings/members/actions";
import { attempt } from "@/components/plans/attempt";
import { useToast } from "@/components/ui/toast";
import type { RoleId } from "@/lib/schemas/member";
import { aRole, type MemberRow } from "@/lib/views/members";
import { MemberItem } from "./member-item";

const EndMembershipDialog = dynamic(
  () => import("./end-membership-dialog").then((m) => m.EndMembershipDialog),
  { ssr: false },
);
const ResetLinkDialog = dynamic(
  () => import("@/components/settings/reset-link").then((m) => m.ResetLinkDialog),
  { ssr: false },
);

export type MemberListProps = {
  readonly rows: readonly MemberRow[];
  readonly organizationName: string;
  readonly canReset: boolean;
};

type Opened = { readonly kind: "end" | "reset"; readonly member: MemberRow };

export function MemberList({ rows, organizationName, canReset }: MemberListProps) {
  const toast = useToast();
  const [changing, setChanging] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [, startTransition] = useTransition();

  const change = (member: MemberRow, role: RoleId) => {
    setChanging(member.userId);
    startTransition(async () => {
      const outcome = await attempt(
        () => changeRoleAction({ userId: member.userId, role }),
        `${member.name} is still ${aRole[member.role]}`,
      );
      setChanging(null);
      if (!outcome.ok) return toast.show({ text: outcome.message, tone: "failure" });
      const undo = member.isCaller ? undefined : () => change({ ...member, role }, member.role);
      toast.show({ text: `${member.name} is ${aRole[role]} now`, ...(undo && { undo }) });
    });
  };

  return (
    <>
      <ul className="-my-2 divide-y divide-line">
        {rows.map((member) => (
          <MemberItem
            key={member.userId}
            member={member}
            busy={changing === member.userId}
            onRole={(role) => change(member, role)}
            onEnd={() => setOpened({ kind: "end", member })}
            onReset={
              canReset && member.canRemove ? () => setOpened({ kind: "reset", member }) : undefined
            }
          />
        ))}
      </ul>
      {opened?.kind === "end" && (
        <EndMembershipDialog
          member={opened.member}
          organizationName={organizationName}
          onClose={() => setOpened(null)}
        />
      )}
      {opened?.kind === "reset" && (
        <ResetLinkDialog member={opened.member} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
