import { NuqsAdapter } from "nuqs/adapters/next/app";
import { AppShell } from "@/components/shell/app-shell";
import type { Role } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import { requireSignedIn } from "@/lib/auth/session";
import { isSignUpOpen } from "@/lib/auth/sign-up";
import { currentPlans } from "./current-plans";

const recentPlans = 5;

const roles: Record<Role, string> = {
  owner: "Owner",
  admin: "Administrator",
  editor: "Editor",
  viewer: "Viewer: sees everything, changes nothing",
};

export default async function AppLayout({ children }: LayoutProps<"/">) {
  const { ctx, account } = await requireSignedIn();
  const current = (await currentPlans()).filter(({ archived }) => !archived);
  return (
    <NuqsAdapter>
      <AppShell
        account={{
          name: account.userName,
          roleText: roles[ctx.role],
          organizationName: account.orgName,
          canSignUp: account.isSample && isSignUpOpen(),
          canCreate: can(ctx.role, "plan:create"),
        }}
        plans={{
          count: current.length,
          recent: current.slice(0, recentPlans).map(({ id, name }) => ({ id, name })),
        }}
      >
        {children}
      </AppShell>
    </NuqsAdapter>
  );
}
