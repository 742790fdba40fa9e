import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./fixtures";
import { newPerson, signUp } from "./people";
import { answerText, newPlan } from "./plans";
import { endServer, startLoadline } from "./servers";

const port = Number(process.env.E2E_PORT ?? 4310) + 1;

test.describe("on data of its own", () => {
  test.use({ baseURL: `http://localhost:${port}` });
  let data: string;

  test.beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), "loadline-restart-"));
  });
  test.afterAll(() => rmSync(data, { recursive: true, force: true }));

  test("a plan survives Ctrl-C and kill -9, and so does the session", async ({ page }) => {
    test.slow();
    let loadline = await startLoadline(data, port);
    try {
      await signUp(page, newPerson());
      const id = await newPlan(page, "Fine-tuning", "Still there");
      const before = await answerText(page);
      for (const signal of ["SIGINT", "SIGKILL"] as const) {
        await endServer(loadline, signal);
        loadline = await startLoadline(data, port);
        await page.goto(`/plans/${id}/projection`);
        await expect(page.getByRole("heading", { level: 1, name: "Still there" })).toBeVisible();
        expect(await answerText(page)).toBe(before);
      }
    } finally {
      await endServer(loadline, "SIGINT");
    }
  });
});
