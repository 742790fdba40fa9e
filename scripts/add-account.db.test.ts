import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { signedInBy } from "@/lib/auth/live-session";
import { signIn } from "@/lib/auth/sign-in";
import { addAccount } from "./add-account";

const ownerUrl = process.env.TEST_OWNER_DATABASE_URL ?? "";
const here = { ip: "127.0.0.1", isLocal: true };
const wanted = (organization: string) => ({
  email: `${randomUUID()}@halden.example`,
  name: "Ana",
  organization,
  role: undefined,
});

it("adds an account that can sign in, and an organization that others join", async () => {
  const name = `Halden ${randomUUID()}`;
  const [first, second] = [wanted(name), wanted(name)];
  const owner = await addAccount(ownerUrl, first);
  expect(owner).toMatchObject({ organizationName: name, isNewOrganization: true, role: "owner" });
  expect(owner.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  const editor = await addAccount(ownerUrl, second);
  expect(editor).toMatchObject({ isNewOrganization: false, role: "editor" });

  const signedIn = async (email: string, password: string | null) =>
    signedInBy(await signIn({ email, password: password ?? "" }, here));
  const one = await signedIn(first.email, owner.password);
  const other = await signedIn(second.email, editor.password);
  expect(one).toMatchObject({ ctx: { role: "owner" }, account: { orgName: name } });
  expect(other).toMatchObject({ ctx: { role: "editor", orgId: one?.ctx.orgId } });
});

it("changes the role of a member and leaves the password alone", async () => {
  const account = wanted(`Halden ${randomUUID()}`);
  const { password } = await addAccount(ownerUrl, account);
  const again = await addAccount(ownerUrl, { ...account, role: "viewer" });
  expect(again).toMatchObject({ password: null, isNewOrganization: false, role: "viewer" });
  expect(await addAccount(ownerUrl, account)).toMatchObject({ role: "viewer" });
  expect(await signIn({ ...account, password: password ?? "" }, here)).toBeTruthy();
});
