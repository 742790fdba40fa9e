import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { signedInBy } from "./live-session";
import { authOptions } from "./next-auth";
import { signInRefusal } from "./sign-in";
import { signUp } from "./sign-up";

const password = "four words would do";
const { callbacks, events, providers } = authOptions();
const jwt = callbacks?.jwt as unknown as (given: object) => Promise<object>;

let email: string;
let sid: string;
beforeEach(async () => {
  email = `${randomUUID()}@halden.example`;
  const form = { name: "Ana", email, password, organizationName: "Halden" };
  sid = await signUp(form, { ip: "127.0.0.1", isLocal: true });
});

describe("next-auth", () => {
  it("signs in by email and password, and says in our words why not", async () => {
    const provider = providers[0] as unknown as {
      options: { authorize: (given: object, request: object) => Promise<{ id: string }> };
    };
    const request = { headers: { "x-forwarded-for": "203.0.113.1" } };
    const user = await provider.options.authorize({ email, password }, request);
    expect(await signedInBy(user.id)).not.toBeNull();
    await expect(
      provider.options.authorize({ email, password: { $ne: "" } }, request),
    ).rejects.toThrow(signInRefusal);
  });

  it("keeps nothing in a token but the session's secret, whatever an update asks for", async () => {
    const token = { sid, sub: "somebody", role: "owner", email: "other@halden.example" };
    const session = { sid: "another", role: "owner", user: { email: "other@halden.example" } };
    expect(await jwt({ token, trigger: "update", session })).toEqual({ sid });
    expect(await jwt({ token: {}, trigger: "signIn", user: { id: sid } })).toEqual({ sid });
  });

  it("shows the browser no more than when the cookie ends", async () => {
    const session = { expires: "2030-01-01", user: { email } };
    const show = callbacks?.session as unknown as (given: object) => object;
    expect(await show({ session })).toEqual({ expires: "2030-01-01" });
  });

  it("ends the session's row on signing out, and renews no token after", async () => {
    await events?.signOut?.({ token: { sid }, session: {} as never });
    expect(await signedInBy(sid)).toBeNull();
    await expect(jwt({ token: { sid } })).rejects.toThrow("the session has ended");
  });

  it("goes on to pages of this site alone", async () => {
    const redirect = callbacks?.redirect as (given: object) => string | Promise<string>;
    const baseUrl = "http://localhost:3000";
    const goes = async (url: string) => redirect({ url, baseUrl });
    expect(await goes("/plans/1")).toBe(`${baseUrl}/plans/1`);
    expect(await goes(`${baseUrl}/plans/1`)).toBe(`${baseUrl}/plans/1`);
    expect(await goes(`${baseUrl}.evil.example/plans`)).toBe(`${baseUrl}/plans`);
    expect(await goes("https://evil.example")).toBe(`${baseUrl}/plans`);
  });
});
