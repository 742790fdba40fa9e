import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { resetPassword } from "@/lib/auth/password-reset";
import { signIn } from "@/lib/auth/sign-in";
import { byOwner } from "@/lib/testing/organization";
import { addAccount } from "./add-account";
import { makeResetLink } from "./reset-password";

const ownerUrl = process.env.TEST_OWNER_DATABASE_URL ?? "";
const here = { ip: "127.0.0.1", isLocal: true };
const password = "five other words would do";

it("makes a link for an account of several organizations, and each reads of it", async () => {
  const email = `${randomUUID()}@halden.example`;
  const organizations = [`Halden ${randomUUID()}`, `Stavra ${randomUUID()}`];
  for (const organization of organizations)
    await addAccount(ownerUrl, { email, name: "Ana", organization, role: undefined });
  const { token, organizationNames } = await makeResetLink(ownerUrl, email);
  expect([...organizationNames].sort()).toEqual([...organizations].sort());
  await resetPassword({ token, password }, here);
  expect(await signIn({ email, password }, here)).toBeTruthy();
  for (const organization of organizations) {
    const none = "00000000-0000-0000-0000-000000000000";
    const [held] = await byOwner<{ id: string }>(
      none,
      "select id from organization where name = $1",
      [organization],
    );
    const told = await byOwner(
      held?.id ?? none,
      `select action, user_id is null as "byCommandLine" from audit_event where org_id = $1 and subject = 'member' order by at`,
      [held?.id],
    );
    expect(told).toEqual([
      { action: "make-reset-link", byCommandLine: true },
      { action: "reset-password", byCommandLine: false },
    ]);
  }
});

it("says that no account has an address, and makes nothing", async () => {
  await expect(makeResetLink(ownerUrl, "nobody@halden.example")).rejects.toThrow(
    'No account has the address "nobody@halden.example".',
  );
});
