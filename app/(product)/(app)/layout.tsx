import { NuqsAdapter } from "nuqs/adapters/next/app";
import { AppShell } from "@/components/shell/app-shell";
import { can } from "@/lib/auth/permissions";
import { requireSignedIn } from "@/lib/auth/session";
import { isSignUpOpen } from "@/lib/auth/sign-up";
import { listOrganizations } from "@/lib/services/organizations";
import { roleNames, roleTexts } from "@/lib/views/members";
import { currentPlans } from "./current-plans";

const recentPlans = 5;

export default async function AppLayout({ children }: LayoutProps<"/">) {
  const { ctx, account, memberships } = await requireSignedIn();
  const current = (await currentPlans()).plans.filter(({ archived }) => !archived);
  return (
    <NuqsAdapter>
      <AppShell
        account={{
          name: account.userName,
          roleText: roleTexts[ctx.role],
          organizationId: ctx.orgId,
          organizationName: account.orgName,
          organizations: (await listOrganizations(ctx, memberships)).map(({ id, name, role }) => ({
            id,
            name,
            roleName: roleNames[role],
          })),
          canCreateOrganization: !account.isSample && can(ctx.role, "organization:create"),
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
