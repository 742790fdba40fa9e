import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { runningOwnerUrl } from "@/scripts/embedded-database";
import { expect, test } from "./fixtures";
import { newPerson, signUp } from "./people";
import { newPlan } from "./plans";
import { endServer, startLoadline } from "./servers";

const port = Number(process.env.E2E_PORT ?? 4310) + 2;
const address = `http://localhost:${port}`;

type Line = Readonly<Record<string, unknown>> & { err?: { message: string; stack: string } };

function logOf(child: ChildProcess): () => Line[] {
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  return () =>
    said
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
}

/** Holds the plans back from everybody, as a long migration or a runaway query would. */
async function holdPlans(data: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: runningOwnerUrl(data) ?? "" });
  await client.connect();
  await client.query("begin");
  await client.query("lock table plan in access exclusive mode");
  return () => client.end();
}

test.describe("on data of its own", () => {
  test.use({ baseURL: address, expectedProblems: [/500 from|console on|error on/] });
  let data: string;

  test.beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), "loadline-stopping-"));
  });
  test.afterAll(() => rmSync(data, { recursive: true, force: true }));

  test("an error has a reference that the log knows, and a request in flight at SIGTERM gets its answer", async ({
    page,
  }) => {
    test.slow();
    const loadline = await startLoadline(data, port);
    const log = logOf(loadline);
    try {
      const person = newPerson();
      await signUp(page, person);
      const id = await newPlan(page, "Agent", "In flight");

      const letGoOnce = await holdPlans(data);
      await page.goto(`/plans/${id}/projection`);
      const text = await page.getByText(/^Error reference /).innerText();
      await letGoOnce();
      const reference = text.replace("Error reference ", "");
      expect(reference).toMatch(/^[0-9A-Z]{10}$/);
      expect(await page.content()).not.toMatch(/lock timeout|node_modules|\.ts:\d/);
      const lines = log().filter(({ requestId }) => requestId === reference);
      expect(lines).toContainEqual(
        expect.objectContaining({
          level: "error",
          err: expect.objectContaining({ stack: expect.any(String) }),
        }),
      );
      expect(lines).toContainEqual(
        expect.objectContaining({
          method: "GET",
          route: "/plans/[id]/projection",
          userId: expect.any(String),
        }),
      );

      const letGo = await holdPlans(data);
      const inFlight = page.request.get("/plans");
      await wait(500);
      loadline.kill("SIGTERM");
      await expect
        .poll(async () => (await fetch(`${address}/readyz`)).status, { timeout: 2000 })
        .toBe(503);
      expect((await fetch(`${address}/healthz`)).status).toBe(200);
      const ended = once(loadline, "exit");
      await letGo();
      const response = await inFlight;
      expect(response.status()).toBe(200);
      expect(await response.text()).toContain("In flight");
      expect((await ended)[0]).toBe(0);
      expect(log().at(-1)).toMatchObject({ msg: "stopped" });
      expect(JSON.stringify(log())).not.toContain(person.password);
      expect(JSON.stringify(log())).not.toContain(person.email);
      await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    } finally {
      await endServer(loadline, "SIGINT");
    }
  });
});
