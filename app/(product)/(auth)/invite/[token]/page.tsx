import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Entrance } from "@/components/sign-in/entrance";
import { JoinButton } from "@/components/sign-in/join-button";
import { JoinForms } from "@/components/sign-in/join-forms";
import { OtherAddress } from "@/components/sign-in/other-address";
import { ButtonLink } from "@/components/ui/button-link";
import { callerAddress } from "@/lib/auth/caller-address";
import { type OpenedInvitation, openInvitation } from "@/lib/auth/invitations";
import { currentContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { getAccount } from "@/lib/services/account";
import {
  endedInvitationText,
  openInvitationText,
  type PageText,
  unknownInvitationText,
} from "@/lib/views/invitation";
import { version } from "@/package.json";

/** The address is a secret: it goes to no other site and into no index. */
export const metadata: Metadata = {
  title: "Invitation",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export default async function InvitePage({ params }: PageProps<"/invite/[token]">) {
  const { token } = await params;
  const opened = await openOrRefusal(token);
  if ("refusal" in opened) return <Page title="The link was not opened" intro={opened.refusal} />;
  if (opened.state === "unknown") return <Page {...unknownInvitationText} />;
  const email = await currentEmail();
  if (opened.state !== "open")
    return <Page {...endedInvitationText[opened.state](opened)} isSignedIn={email !== null} />;
  return (
    <Page {...openInvitationText(opened)} isOpen>
      {email === opened.email ? (
        <JoinButton token={token} organizationName={opened.orgName} email={email} />
      ) : email ? (
        <OtherAddress invited={opened.email} signedInAs={email} />
      ) : (
        <JoinForms token={token} email={opened.email} />
      )}
    </Page>
  );
}

/** Null also for a visitor of the sample, who has no address of their own. */
async function currentEmail(): Promise<string | null> {
  const ctx = await currentContext();
  return (ctx && (await getAccount(ctx))?.email) ?? null;
}

async function openOrRefusal(token: string): Promise<OpenedInvitation | { refusal: string }> {
  const sent = await headers();
  try {
    return await openInvitation(token, callerAddress(sent.get("x-forwarded-for")));
  } catch (error) {
    if (error instanceof AppError) return { refusal: error.message };
    throw error;
  }
}

type Props = PageText & {
  readonly isOpen?: boolean;
  readonly isSignedIn?: boolean;
  readonly children?: ReactNode;
};

function Page({ title, intro, isOpen, isSignedIn, children }: Props) {
  return (
    <Entrance title={title} intro={intro} version={version}>
      {children}
      {!isOpen && (
        <ButtonLink
          href={isSignedIn ? "/plans" : "/sign-in"}
          variant="primary"
          size="large"
          className="justify-self-start"
        >
          {isSignedIn ? "All plans" : "Sign in"}
        </ButtonLink>
      )}
    </Entrance>
  );
}
