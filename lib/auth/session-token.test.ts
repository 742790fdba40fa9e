import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readToken, sessionLength, writeToken } from "./session-token";

beforeEach(() => {
  vi.stubEnv("APP_DATABASE_URL", "postgresql://nobody:none@127.0.0.1:1/none");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests alone");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

it("reads what it wrote, as often as asked, until its time is over", async () => {
  const token = await writeToken({ sid: "secret" });
  expect(await readToken(token)).toEqual({ sid: "secret" });
  expect(await readToken(token)).toEqual({ sid: "secret" });
  vi.useFakeTimers({ now: Date.now() + sessionLength.longestMs + 60_000, toFake: ["Date"] });
  expect(await readToken(token)).toBeNull();
});

it("reads nothing that was changed or is missing", async () => {
  const token = await writeToken({ sid: "secret" });
  expect(await readToken(token)).not.toBeNull();
  for (const wrong of [undefined, "", "x", `x${token}`, token.slice(0, -9)])
    expect(await readToken(wrong)).toBeNull();
});
