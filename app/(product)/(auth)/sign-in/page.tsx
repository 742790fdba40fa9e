import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Entrance } from "@/components/sign-in/entrance";
import { SampleEntry } from "@/components/sign-in/sample-entry";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { safeCallbackUrl } from "@/lib/auth/callback-url";
import { isSampleOpen } from "@/lib/auth/sample";
import { currentContext, whySignedOut } from "@/lib/auth/session";
import { isSignUpOpen } from "@/lib/auth/sign-up";
import { version } from "@/package.json";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const callbackUrl = safeCallbackUrl((await searchParams).callbackUrl);
  if (await currentContext()) redirect(callbackUrl);
  const why = await whySignedOut();
  return (
    <Entrance
      title="Sign in"
      intro="Plan what AI infrastructure costs, per token, before you sign for it."
      version={version}
    >
      {why && (
        <p role="status" className="rounded-md bg-sunken px-3 py-2.5 text-ink-2 text-sm">
          {why}
        </p>
      )}
      <SignInForm callbackUrl={callbackUrl} />
      {isSampleOpen() && <SampleEntry callbackUrl={callbackUrl} />}
      <p className="text-center text-ink-3 text-sm">
        {isSignUpOpen() ? (
          <>
            New here?{" "}
            <Link href="/sign-up" className="link">
              Create an account
            </Link>
          </>
        ) : (
          "Accounts are by invitation here. Ask whoever runs this Loadline."
        )}
      </p>
    </Entrance>
  );
}
