import type { Metadata } from "next";
import { NameForm } from "@/components/settings/name-form";
import { PasswordForm } from "@/components/settings/password-form";
import { SessionList } from "@/components/settings/session-list";
import { SettingsSection } from "@/components/settings/settings-section";
import { requireContext } from "@/lib/auth/session";
import { getAccount } from "@/lib/services/account";
import { listSessions } from "@/lib/services/sessions";
import { sessionRows } from "@/lib/views/session-list";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const ctx = await requireContext();
  const account = await getAccount(ctx);
  if (!account)
    return (
      <SettingsSection title="A visitor of the sample">
        <p className="text-sm">
          Visitors of the sample share one account, so it has no name, password or sessions to
          change. An account of your own has.
        </p>
      </SettingsSection>
    );
  return (
    <>
      <SettingsSection title="You" description="How others in the organization know you.">
        <NameForm {...account} />
      </SettingsSection>
      <SettingsSection
        title="Password"
        description="A new password ends all your other sessions at once, and voids every reset link."
      >
        <PasswordForm email={account.email} />
      </SettingsSection>
      <SettingsSection
        title="Sessions"
        description="Where you are signed in. Who holds an ended session is out on the next click. Devices are named as their browser names itself; times are to five minutes."
      >
        <SessionList sessions={sessionRows(await listSessions(ctx))} />
      </SettingsSection>
    </>
  );
}
