"use client";

import { clsx } from "clsx";
import { LogOut, Monitor, Moon, Settings, Sun, UserPlus } from "lucide-react";
import { useTheme } from "next-themes";
import { Menu } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { ShellAccount } from "./account";
import { initials } from "./initials";

const themes = [
  { value: "system", label: "As the system", icon: <Monitor aria-hidden size={14} /> },
  { value: "light", label: "Light", icon: <Sun aria-hidden size={14} /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden size={14} /> },
];

export function AccountMenu({ account, compact }: { account: ShellAccount; compact?: boolean }) {
  const { theme, setTheme } = useTheme();
  const toast = useToast();

  const leave = async () => {
    try {
      const { signOut } = await import("next-auth/react");
      await signOut({ callbackUrl: "/sign-in" });
    } catch {
      toast.show({
        text: "Still signed in: no connection.",
        tone: "failure",
        action: { label: "Try again", onPress: leave },
      });
    }
  };

  return (
    <Menu
      label="Account"
      side="top"
      align="start"
      items={[
        {
          kind: "note",
          content: (
            <>
              <span className="block text-ink">{account.name}</span>
              {account.roleText}
            </>
          ),
        },
        { kind: "separator" },
        {
          kind: "choice",
          label: "Theme",
          value: theme ?? "system",
          onValueChange: setTheme,
          options: themes,
        },
        { kind: "separator" },
        ...(account.canSignUp
          ? [
              {
                kind: "link" as const,
                label: "Create an account",
                href: "/sign-up",
                icon: <UserPlus aria-hidden size={14} />,
              },
            ]
          : []),
        {
          kind: "link",
          label: "Settings",
          href: "/settings",
          icon: <Settings aria-hidden size={14} />,
        },
        { label: "Sign out", icon: <LogOut aria-hidden size={14} />, onSelect: leave },
      ]}
      trigger={(props) => (
        <button
          type="button"
          {...props}
          title={compact ? "Account" : undefined}
          className="flex min-h-9 w-full items-center gap-[9px] rounded-md px-1.5 py-1 text-left text-ink-2 text-sm transition-colors duration-80 hover:bg-surface hover:text-ink pointer-coarse:min-h-11"
        >
          <span
            aria-hidden
            className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft font-title text-2xs text-accent"
          >
            {initials(account.name)}
          </span>
          <span className={clsx("min-w-0 truncate", compact && "max-wide:sr-only")}>
            <span className="sr-only">Account: </span>
            {account.name}
          </span>
        </button>
      )}
    />
  );
}
