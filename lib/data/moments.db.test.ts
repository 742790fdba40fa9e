import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { insertSession } from "./sessions";

const alterRole = (change: string) => byOwner("", `alter role loadline_app ${change}`);

beforeAll(() => alterRole("set timezone = 'Asia/Kathmandu'"));
afterAll(() => alterRole("reset timezone"));

it("keeps a moment as it is, also on a server whose time zone is another one", async () => {
  const { orgId, userId } = await newOrganization();
  const id = randomUUID();
  const expiresAt = new Date("2030-06-01T12:00:00.123Z");
  await insertSession({ id, userId, orgId, expiresAt, userAgent: null });
  const held = "select expires_at as at from session where id = $1";
  expect(await byOwner(orgId, held, [id])).toEqual([{ at: expiresAt }]);
});
