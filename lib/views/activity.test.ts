import { expect, it } from "vitest";
import { activityLine } from "./activity";

const lineOf = (subject: string, action: string, detail: object = {}) =>
  activityLine({
    id: "1",
    at: "2026-11-21T08:00:00.000Z",
    by: { userId: "u", name: "Ana", keyName: null, isYou: false },
    action,
    subject,
    subjectId: "s",
    plan: null,
    detail: { ...detail },
  });

it("says in whole words what was done to an account", () => {
  const named = { name: "Ben" };
  expect(lineOf("member", "make-reset-link", named)).toMatchObject({
    text: "made a password reset link for",
    thing: named,
  });
  expect(lineOf("member", "reset-password")).toMatchObject({
    text: "set a new password by a reset link",
    thing: null,
  });
  expect(lineOf("member", "change-password", named)).toMatchObject({
    text: "changed their password",
    thing: null,
  });
  expect(lineOf("member", "change-role", named)).toMatchObject({
    text: "changed the role of the member",
    thing: named,
  });
});
