import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { invite, joinAsNew } from "./organizations";
import { expectAccessible } from "./page-health";
import { newPerson } from "./people";

/** One page that says "Quote Q-2291". */
function pdf(): Buffer {
  const text = "BT /F1 24 Tf 72 720 Td (Quote Q-2291) Tj ET";
  const parts = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  const body = parts.map((part, index) => `${index + 1} 0 obj${part}endobj\n`).join("");
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF\n`);
}

async function newQuote(page: Page): Promise<void> {
  await page.goto("/quotes?new=quote");
  const dialog = page.getByRole("dialog", { name: "New quote" });
  await dialog.getByLabel("Supplier").fill("Fennmark Systems");
  await dialog.getByLabel("Number").fill("Q-2291");
  await dialog.getByRole("button", { name: "Enter its lines" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Q-2291");
}

test.use({ expectedProblems: [/^422 from .*\/attachments$/] });

test("a quote's PDF is attached, entered beside, received with it and downloaded by another", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  await newOrganization();
  await newQuote(page);
  const attachments = page.getByRole("region", { name: "Attachments" });
  const attach = (name: string, buffer: Buffer) =>
    page
      .getByLabel("A file to attach")
      .setInputFiles({ name, mimeType: "application/pdf", buffer });
  await attach("page.pdf", Buffer.from("<html><script>alert(1)</script>"));
  await expect(attachments.getByText("none of the files that can be attached")).toBeVisible();
  await attach("Quote Q-2291.pdf", pdf());
  const drawn = page.getByRole("img", { name: "Quote Q-2291.pdf, page 1" });
  await expect(drawn).toHaveAttribute("data-drawn", "");
  await page.reload();
  await expect(drawn).toHaveAttribute("data-drawn", "");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Add a line" }).click();
  await page.getByLabel("Description, line 1").fill("HGX H200");
  await page.getByLabel("Unit price, line 1").fill("289450");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Mark as received" }).click();
  await expect(page.getByRole("button", { name: "Status: received" })).toBeVisible();
  await expect(attachments.getByText("Quote Q-2291.pdf")).toBeVisible();
  await expect(attachments.getByRole("button", { name: /^Remove/ })).toHaveCount(0);

  await attach("Later.pdf", pdf());
  await attachments.getByRole("button", { name: "Remove Later.pdf" }).click();
  await expect(attachments.getByText("Later.pdf")).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(attachments.getByText("Later.pdf")).toBeVisible();

  const address = new URL(page.url()).pathname;
  const person = newPerson();
  const other = await anotherBrowser();
  await joinAsNew(other, await invite(page, person.email, "Viewer"), person);
  await other.goto(address);
  const file = other.waitForEvent("download");
  await other.getByRole("link", { name: "Download Quote Q-2291.pdf" }).click();
  expect((await file).suggestedFilename()).toBe("Quote Q-2291.pdf");
  await expect(other.getByRole("button", { name: "Attach a file" })).toHaveCount(0);
});

test("a draft is deleted, and comes back with what was attached", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newQuote(page);
  await page
    .getByLabel("A file to attach")
    .setInputFiles({ name: "Quote.pdf", mimeType: "application/pdf", buffer: pdf() });
  const attachments = page.getByRole("region", { name: "Attachments" });
  await expect(attachments.getByText("Quote.pdf")).toBeVisible();
  await page.getByRole("button", { name: "Delete the draft Q-2291" }).click();
  await expect(page.getByText("Q-2291 deleted")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Q-2291");
  await expect(attachments.getByText("Quote.pdf")).toBeVisible();
});
