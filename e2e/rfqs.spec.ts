import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { fillTemplate, serialOf } from "@/lib/testing/fill-template";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";
import { newPlan, openTab } from "./plans";

const supplier = (page: Page, name: string) =>
  page
    .getByRole("region", { name: "Suppliers asked" })
    .getByRole("listitem")
    .filter({
      has: page.getByRole("link", { name, exact: true }),
    });

/** Downloads the template, fills it in as the supplier would, and imports it. */
async function answer(page: Page, name: string, cells: Record<string, string | number>) {
  const asked = supplier(page, name);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    asked.getByRole("link", { name: /^Template/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/template-r1\.xlsx$/);
  const filled = fillTemplate(new Uint8Array(readFileSync(await download.path())), {
    D7: serialOf("2026-12-01"),
    ...cells,
  });
  await page.getByLabel(`Filled-in template of ${name}`).setInputFiles({
    name: "answer.xlsx",
    mimeType: "application/zip",
    buffer: Buffer.from(filled),
  });
}

test("a plan's option becomes an RFQ; two suppliers answer sealed; the answers open and are quotes", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Claims assistant");
  await openTab(page, "Options");
  await page
    .getByRole("button", { name: /^Actions for .*(premises|servers|own)/i })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Ask for quotes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Claims assistant");
  await expect(page.getByLabel("What is needed, item 1", { exact: true })).toHaveValue(
    /^Server with \d+ /,
  );
  await expect(page.getByLabel("Quantity, item 1", { exact: true })).not.toHaveValue("0");

  await page.getByLabel("Answers until").fill("2099-12-15T17:00");
  await page.getByLabel("Time zone of that").selectOption("Europe/Berlin");
  await page.getByLabel("Delivery to").fill("Frankfurt am Main");
  await page.getByLabel("Keep answers sealed until the deadline").check();
  for (const name of ["Stavra", "Fennmark Systems"]) {
    await page.getByLabel("Supplier to ask").fill(name);
    await page.getByRole("button", { name: "Add", exact: true }).dblclick();
    await expect(page.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
  }
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const sending = page.getByRole("dialog", { name: "Send revision 1?" });
  await expect(sending).toContainText("It goes to Fennmark Systems and Stavra.");
  await sending.getByRole("button", { name: "Not yet" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("draft");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await sending.getByRole("button", { name: "Mark revision 1 as sent" }).click();
  await expect(supplier(page, "Stavra")).toContainText("nothing yet");
  await page.reload();
  await expectAccessible(page);
  const letter = supplier(page, "Stavra").getByRole("link", { name: /^Letter/ });
  const pdf = await page.request.get((await letter.getAttribute("href")) ?? "");
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

  await page.getByRole("button", { name: "Enter a question" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Question").fill("Which rails?");
  await dialog.getByLabel("Answer").fill("Square holes.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("region", { name: "Questions" })).toContainText("Square holes.");

  await answer(page, "Stavra", { D6: "ST-77", K20: "call us" });
  await expect(supplier(page, "Stavra")).toContainText(
    "Row 20, Unit price. Enter a number with at most 4 decimals.",
    { timeout: 30_000 },
  );
  await answer(page, "Stavra", { D6: "ST-77", K20: 287_654.32 });
  await expect(supplier(page, "Stavra")).toContainText("ST-77, sealed", { timeout: 30_000 });
  await answer(page, "Fennmark Systems", { D6: "FS-9", K20: 291_000 });
  await expect(supplier(page, "Fennmark Systems")).toContainText("FS-9, sealed", {
    timeout: 30_000,
  });
  expect(await page.content()).not.toContain("287,654");
  await page.getByRole("link", { name: "Quotes", exact: true }).click();
  await expect(page.getByText("Enter the first quote")).toBeVisible();

  await page.getByRole("link", { name: "RFQs", exact: true }).first().click();
  await expect(
    page.getByRole("listitem").filter({ hasText: "Claims assistant" }).last(),
  ).toContainText("2 of 2 suppliers answered, sealed");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Claims assistant/ })
    .click();
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Open answers before the deadline" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("The board meets today");
  await page.getByRole("dialog").getByRole("button", { name: "Open the answers" }).click();
  await expect(page.getByText("before the deadline: The board meets today")).toBeVisible();
  await supplier(page, "Fennmark Systems").getByRole("button", { name: "Enter by hand" }).click();
  const entry = page.getByRole("dialog", { name: "Answer of Fennmark Systems" });
  await entry.getByLabel("Number").fill("FS-10");
  await entry.getByRole("button", { name: "Enter its prices" }).click();
  await expect(entry).toContainText("Choose whether it is a new revision or another quote.");
  await entry.getByLabel("What it is").selectOption("Another quote");
  await entry.getByRole("button", { name: "Enter its prices" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Fennmark Systems FS-10");
  await page.getByRole("link", { name: "revision 1 of an RFQ" }).click();
  await supplier(page, "Stavra")
    .getByRole("link", { name: /^ST-77/ })
    .click();
  await expect(page.getByLabel("Unit price, line 1", { exact: true })).toHaveValue("287,654.32");
  await expect(page.getByRole("button", { name: "Status: received" })).toBeVisible();
});

test("a template under a new number is asked about, and becomes the next revision at a press", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Renumbered");
  await openTab(page, "Options");
  await page
    .getByRole("button", { name: /^Actions for .*(premises|servers|own)/i })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Ask for quotes" }).click();
  await page.getByLabel("Supplier to ask").fill("Stavra");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel("Answers until").fill("2099-12-15T17:00");
  await page.getByLabel("Delivery to").fill("Frankfurt am Main");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("button", { name: "Mark revision 1 as sent" }).click();
  await expect(supplier(page, "Stavra")).toContainText("nothing yet");
  await answer(page, "Stavra", { D6: "ST-77", K20: 290_000 });
  await expect(supplier(page, "Stavra")).toContainText("ST-77 rev 1", { timeout: 30_000 });
  await answer(page, "Stavra", { D6: "ST-77 rev B", K20: 280_000 });
  await expect(supplier(page, "Stavra")).toContainText("Choose what this answer is.", {
    timeout: 30_000,
  });
  await expectAccessible(page);
  await page.getByRole("button", { name: "A new revision of ST-77" }).click();
  await expect(supplier(page, "Stavra")).toContainText("ST-77 rev 2", { timeout: 30_000 });
});
