"use client";

import { clsx } from "clsx";
import { ChevronsUpDown, Plus, Settings, Users } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Menu } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { ShellAccount } from "./account";
import { enterOrganization } from "./enter-organization";
import { initials } from "./initials";

const NewOrganizationDialog = dynamic(
  () => import("./new-organization-dialog").then((m) => m.NewOrganizationDialog),
  { ssr: false },
);

const size = { "aria-hidden": true, size: 14 } as const;

/** Which organization this is, and the way to the others. */
export function OrganizationMenu({
  account,
  compact,
}: {
  readonly account: ShellAccount;
  readonly compact: boolean;
}) {
  const toast = useToast();
  const [making, setMaking] = useState(false);
  const { organizationId, organizationName, organizations, canCreateOrganization } = account;

  const enter = async (id: string) => {
    if (id === organizationId) return;
    const refusal = await enterOrganization(id);
    if (refusal) toast.show({ text: refusal, tone: "failure" });
  };

  return (
    <>
      <Menu
        label="Organization"
        align="start"
        items={[
          {
            kind: "choice",
            label: "Your organizations",
            value: organizationId,
            onValueChange: enter,
            closes: true,
            options: organizations.map(({ id, name, roleName }) => ({
              value: id,
              label: `${name}, ${roleName.toLowerCase()}`,
            })),
          },
          { kind: "separator" },
          {
            kind: "link",
            label: "Members",
            href: "/settings/members",
            icon: <Users {...size} />,
          },
          { kind: "link", label: "Settings", href: "/settings", icon: <Settings {...size} /> },
          ...(canCreateOrganization
            ? [
                {
                  label: "New organization",
                  icon: <Plus {...size} />,
                  onSelect: () => setMaking(true),
                },
              ]
            : []),
        ]}
        trigger={(props) => (
          <button
            type="button"
            {...props}
            title={organizationName}
            className={clsx(
              "mb-2 flex w-full items-center gap-2 rounded-md border border-line-strong bg-surface px-2 py-1.5 text-left font-label text-sm transition-colors duration-80 hover:border-control pointer-coarse:min-h-11",
              compact && "max-wide:border-transparent max-wide:bg-transparent max-wide:px-1.5",
            )}
          >
            <span
              aria-hidden
              className="grid size-5 shrink-0 place-items-center rounded-sm bg-ink font-title text-[10px] text-on-ink"
            >
              {initials(organizationName)}
            </span>
            <span className="sr-only">Organization: </span>
            <span className={clsx("min-w-0 flex-1 truncate", compact && "max-wide:sr-only")}>
              {organizationName}
            </span>
            <ChevronsUpDown
              aria-hidden
              size={14}
              className={clsx("shrink-0 text-ink-3", compact && "max-wide:hidden")}
            />
          </button>
        )}
      />
      {making && <NewOrganizationDialog onClose={() => setMaking(false)} />}
    </>
  );
}
