"use client";

import type { ReactNode } from "react";
import { CommandDoor } from "@/components/commands/command-door";
import type { ShellAccount, ShellPlans } from "./account";
import { MovedNotice } from "./moved-notice";
import { OrganizationProvider } from "./organization-context";
import { Rail } from "./rail";
import { SkipLink } from "./skip-link";
import { TopBar } from "./top-bar";

export type AppShellProps = {
  readonly account: ShellAccount;
  readonly plans: ShellPlans;
  readonly children: ReactNode;
};

/** A part of the browser's: what it is made of goes to the page once, as HTML, and not a second time as data. */
export function AppShell({ account, plans, children }: AppShellProps) {
  return (
    <OrganizationProvider id={account.organizationId}>
      <div className="min-h-dvh md:grid md:grid-cols-[56px_minmax(0,1fr)] wide:grid-cols-[216px_minmax(0,1fr)]">
        <SkipLink />
        <CommandDoor canCreate={account.canCreate} plans={plans.recent} />
        <aside
          aria-label="Organization"
          className="sticky top-0 h-dvh border-line border-r bg-sunken px-2 py-3.5 max-md:hidden wide:px-3"
        >
          <Rail account={account} plans={plans} compact />
        </aside>
        <TopBar account={account} plans={plans} />
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-col outline-none">
          {children}
        </main>
        <MovedNotice
          organizationId={account.organizationId}
          organizationName={account.organizationName}
        />
      </div>
    </OrganizationProvider>
  );
}
