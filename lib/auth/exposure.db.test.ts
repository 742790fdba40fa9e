import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { byOwner } from "@/lib/testing/organization";

const orgId = randomUUID();
const userId = randomUUID();
const caller = { ip: "127.0.0.1", isLocal: true };

/** The modules anew, as a server reads its settings once. */
async function servedWith(settings: Readonly<Record<string, string>>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { enterSample } = await import("./sample");
  const { signUp } = await import("./sign-up");
  const { signedInBy } = await import("./live-session");
  return { enterSample: () => enterSample({}, caller), signUp, signedInBy };
}

beforeAll(async () => {
  await byOwner(
    orgId,
    // Older than a sample that another test makes of its organization: the oldest one is the sample.
    "insert into organization (id, name, is_sample, created_at) values ($1, 'Sample', true, '2000-01-01')",
    [orgId],
  );
  await byOwner(
    orgId,
    "insert into \"user\" (id, email, name, password_hash) values ($1, $2, 'Visitor', 'none')",
    [userId, `${userId}@sample.example`],
  );
  await byOwner(orgId, "insert into membership (org_id, user_id, role) values ($1, $2, 'admin')", [
    orgId,
    userId,
  ]);
});
afterAll(() => vi.unstubAllEnvs());

it("lets visitors of the sample edit, view or not in, as the operator says, from the next request on", async () => {
  const editing = await servedWith({ LOADLINE_SAMPLE: "edit" });
  const sid = await editing.enterSample();
  expect(await editing.signedInBy(sid)).toMatchObject({
    ctx: { orgId, userId, role: "editor" },
    account: { orgName: "Sample", isSample: true },
  });
  const viewing = await servedWith({ LOADLINE_SAMPLE: "view" });
  expect((await viewing.signedInBy(sid))?.ctx.role).toBe("viewer");
  const closed = await servedWith({ LOADLINE_SAMPLE: "off" });
  expect(await closed.signedInBy(sid)).toBeNull();
  await expect(closed.enterSample()).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: "The sample organization is not open here. Sign in instead.",
  });
});

it("gives every visitor a session of their own, and no password signs in as them", async () => {
  const { enterSample } = await servedWith({ LOADLINE_SAMPLE: "edit" });
  const [one, other] = [await enterSample(), await enterSample()];
  expect(one).not.toBe(other);
  const { signIn } = await import("./sign-in");
  const email = `${userId}@sample.example`;
  for (const password of ["none", "the password of nobody", ""])
    await expect(signIn({ email, password }, caller)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
});

it("refuses sign-up where only who was invited may come in, whatever the form says", async () => {
  const { signUp } = await servedWith({ LOADLINE_SIGN_UP: "invited" });
  const form = {
    name: "Ana",
    email: `${randomUUID()}@halden.example`,
    password: "four words would do",
    organizationName: "Halden",
  };
  await expect(signUp(form, caller)).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: "Sign-up is by invitation here. Ask whoever runs this Loadline for an account.",
  });
  expect(await byOwner(orgId, 'select from "user" where email = $1', [form.email])).toEqual([]);
});
