import type { Metadata } from "next";
import Link from "next/link";
import { Entrance } from "@/components/sign-in/entrance";
import { SignUpForm } from "@/components/sign-in/sign-up-form";
import { isSignUpOpen } from "@/lib/auth/sign-up";
import { version } from "@/package.json";

export const metadata: Metadata = { title: "Create an account" };

/** Who may sign up is the operator's setting at run time, not at build time. */
export const dynamic = "force-dynamic";

export default function SignUpPage() {
  const open = isSignUpOpen();
  return (
    <Entrance
      title="Create an account"
      intro={
        open
          ? "The first break-even is about two minutes away."
          : "Sign-up is by invitation here. Ask whoever runs this Loadline for an account."
      }
      version={version}
    >
      {open && <SignUpForm />}
      <p className="text-center text-ink-3 text-sm">
        Have an account?{" "}
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
      </p>
    </Entrance>
  );
}
