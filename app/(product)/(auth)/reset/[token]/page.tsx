import type { Metadata } from "next";
import { Entrance } from "@/components/sign-in/entrance";
import { ResetForm } from "@/components/sign-in/reset-form";
import { ButtonLink } from "@/components/ui/button-link";
import { findResetAccount } from "@/lib/auth/password-reset";
import { version } from "@/package.json";

/** The address is a secret: it goes to no other site and into no index. */
export const metadata: Metadata = {
  title: "New password",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export default async function ResetPage({ params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  const account = await findResetAccount(token);
  if (!account)
    return (
      <Entrance
        title="This link does not work any more"
        intro="It sets a password once, within 24 hours, and not after a newer one was used. Ask an administrator of your organization for another."
        version={version}
      >
        <ButtonLink href="/sign-in" variant="primary" size="large" className="justify-self-start">
          Sign in
        </ButtonLink>
      </Entrance>
    );
  return (
    <Entrance
      title="Set a new password"
      intro={`For ${account.email}. Every session of this account ends with it.`}
      version={version}
    >
      <ResetForm token={token} email={account.email} />
    </Entrance>
  );
}
