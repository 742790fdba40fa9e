import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";
import { newPlan } from "./plans";

test("a quote is entered, held against the supplier's total, received and revised", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await page.getByRole("link", { name: "Quotes", exact: true }).click();
  await page.getByRole("button", { name: "New quote" }).click();
  const dialog = page.getByRole("dialog", { name: "New quote" });
  await expect(dialog.getByLabel("Supplier")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Supplier").fill("Fennmark Systems");
  await dialog.getByLabel("Number").fill("Q-2291");
  await dialog.getByRole("button", { name: "Enter its lines" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Fennmark Systems Q-2291");

  await page.getByRole("button", { name: "Add a line" }).click();
  await page.getByLabel("Description, line 1").fill("HGX H200, 8 accelerators");
  await page.getByLabel("Quantity, line 1").fill("4");
  await page.getByLabel("Unit price, line 1").fill("289,450.10");
  await page.getByLabel("Unit price, line 1").press("Enter");
  await expect(page.getByLabel("Description, line 2")).toBeFocused();
  await page.getByLabel("Description, line 2").fill("Switches");
  const total = page.getByRole("region", { name: "Total" });
  await expect(total).toContainText("at least 1,157,800.40");
  await page.getByLabel("Unit price, line 2").fill("61312.25");
  await page.getByLabel("Incoterm").selectOption("DDP");
  await page.getByRole("textbox", { name: "Supplier\u2019s total" }).fill("1219112.66");
  await expect(total).toContainText("USD 0.01 more than its lines and freight add up to");
  await page.getByRole("textbox", { name: "Supplier\u2019s total" }).fill("1219112.65");
  await expect(total).toContainText("Agrees with the supplier\u2019s total to the cent.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Mark as received" }).click();
  await expect(page.getByRole("button", { name: "Status: received" })).toBeVisible();

  await page.getByLabel("Unit price, line 1").fill("279450.10");
  await page.getByRole("button", { name: "Save as revision 2" }).click();
  await expect(page.getByRole("region", { name: "Revisions" })).toContainText(
    "Line 1, unit price: 289,450.10",
  );
  await page.reload();
  await expect(page.getByRole("region", { name: "Total" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Quotes" }).first().click();
  await expect(page.getByRole("row", { name: /Q-2291 rev 1, rev 2 draft/ })).toContainText(
    "received",
  );
});

test("an amount that waits for a rate says where it is set, and an awarded quote asks before its next revision", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Rates here");
  await page.goto("/quotes?new=quote");
  const dialog = page.getByRole("dialog", { name: "New quote" });
  await dialog.getByLabel("Supplier").fill("Fennmark Systems");
  await dialog.getByLabel("Number").fill("Q-9");
  await dialog.getByLabel("Currency").selectOption("EUR");
  await dialog.getByRole("button", { name: "Enter its lines" }).click();
  await page.getByRole("button", { name: "Add a line" }).click();
  await page.getByLabel("Description, line 1").fill("HGX H200");
  await page.getByLabel("Quantity, line 1").fill("1");
  await page.getByLabel("Unit price, line 1").fill("1000");
  for (const line of [2, 3]) {
    await page.getByRole("button", { name: "Add a line" }).click();
    await page.getByLabel(`Description, line ${line}`).fill(`Further ${line}`);
  }
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Mark as received" }).click();
  await page.getByRole("button", { name: "Status: received" }).click();
  await page.getByRole("menuitemradio", { name: "awarded" }).click();
  await expect(page.getByText(/Q-9 is awarded on revision 1, since/)).toBeVisible();
  await page.getByLabel("Unit price, line 1").fill("900");
  await page.getByRole("button", { name: "Save as revision 2" }).click();
  const confirm = page.getByRole("dialog", { name: "Begin revision 2" });
  await expect(confirm).toContainText("Revision 2 does not change the award");
  await expectAccessible(page);
  await confirm.getByRole("button", { name: "Save as revision 2" }).click();
  await expect(page.getByText("Being entered", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Unit price, line 1")).toHaveValue("900");
  await expect(page.getByLabel("Description, line 3")).toHaveValue("Further 3");

  await page.goto("/quotes");
  await expect(page.getByText("1 quote in EUR has no amount in USD")).toBeVisible();
  await page.getByRole("link", { name: "Set it in Rates here" }).click();
  const rate = page.getByRole("textbox", { name: "EUR to USD", exact: true });
  await expect(rate).toBeFocused();
  await rate.fill("1,085");
  await expect(page.getByText("is read as 1 EUR = 1,085 USD. Did you mean")).toBeVisible();
  await page.getByRole("button", { name: "1 EUR = 1.085 USD" }).click();
  await expect(rate).toHaveValue("1.085");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.goto("/quotes");
  await expect(page.getByText("EUR in USD at 1 EUR = 1.085 USD (undated rate)")).toBeVisible();
  await page.getByLabel("Find in quotes").fill("nothing like it");
  await expect(page.getByText("No quote is like that.")).toBeVisible();
  await page.getByLabel("Find in quotes").fill("hgx");
  await expect(page.getByRole("row", { name: /Q-9/ })).toBeVisible();
});
