import { expect, it } from "vitest";
import { sessionIdOf } from "@/lib/auth/session-token";
import { sessionNamedInput } from "./inputs";

it("takes the id of every session, whatever its secret", () => {
  for (let nth = 0; nth < 100; nth += 1) {
    const sessionId = sessionIdOf(`secret ${nth}`);
    expect(sessionNamedInput.parse({ sessionId })).toEqual({ sessionId });
  }
  expect(sessionNamedInput.safeParse({ sessionId: "of another form" }).success).toBe(false);
});
