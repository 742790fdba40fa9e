"use client";

import { Ellipsis, KeyRound, LogOut, UserMinus } from "lucide-react";
import { initials } from "@/components/shell/initials";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { Pill } from "@/components/ui/pill";
import { Select } from "@/components/ui/select";
import type { RoleId } from "@/lib/schemas/member";
import type { MemberRow } from "@/lib/views/members";

export type MemberItemProps = {
  readonly member: MemberRow;
  readonly busy: boolean;
  readonly onRole: (role: RoleId) => void;
  /** Removes the member, or lets them leave where they are the caller. */
  readonly onEnd: () => void;
  readonly onReset?: (() => void) | undefined;
};

export function MemberItem({ member, busy, onRole, onEnd, onReset }: MemberItemProps) {
  const { name, email, role, roleName, since, isCaller, choices } = member;
  const items = actionsOf({ member, onEnd, onReset });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <span
        aria-hidden
        className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft font-title text-accent text-xs"
      >
        {initials(name)}
      </span>
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex flex-wrap items-center gap-x-2 font-label text-sm">
          <span className="min-w-0 truncate">{name}</span>
          {isCaller && <Pill tone="accent">You</Pill>}
        </p>
        <p className="break-words text-ink-3 text-xs">
          {email}, since {since}
        </p>
      </div>
      <div className="flex items-center gap-1 max-sm:w-full max-sm:pl-11">
        {choices.length > 0 ? (
          <Select
            aria-label={`Role of ${name}`}
            value={role}
            options={choices}
            disabled={busy}
            onValueChange={onRole}
            className="w-38 max-sm:flex-1"
          />
        ) : (
          <span className="px-2.5 text-ink-2 text-sm">{roleName}</span>
        )}
        {items.length > 0 ? (
          <Menu
            label={`Actions for ${name}`}
            items={items}
            trigger={(props) => (
              <IconButton
                {...props}
                label={`Actions for ${name}`}
                icon={<Ellipsis aria-hidden size={16} />}
              />
            )}
          />
        ) : (
          <span className="w-8 pointer-coarse:w-11" />
        )}
      </div>
    </li>
  );
}

const size = { "aria-hidden": true, size: 14 } as const;

function actionsOf({
  member,
  onEnd,
  onReset,
}: Pick<MemberItemProps, "member" | "onEnd" | "onReset">): readonly MenuItem[] {
  return [
    ...(onReset
      ? [{ label: "Make a password reset link", icon: <KeyRound {...size} />, onSelect: onReset }]
      : []),
    ...(member.canRemove
      ? [{ label: "Remove", danger: true, icon: <UserMinus {...size} />, onSelect: onEnd }]
      : []),
    ...(member.canLeave
      ? [
          {
            label: "Leave this organization",
            danger: true,
            icon: <LogOut {...size} />,
            onSelect: onEnd,
          },
        ]
      : []),
  ];
}
