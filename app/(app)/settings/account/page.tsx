import type { Metadata } from "next";
import { requireSignedIn } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { account } = await requireSignedIn();
  return (
    <dl className="card grid max-w-[720px] gap-1 px-5 py-4">
      <dt className="text-ink-3 text-xs">Name</dt>
      <dd>{account.userName}</dd>
    </dl>
  );
}
