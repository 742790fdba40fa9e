import { oneSheet } from "@/lib/importers/lines/testing/workbook-file";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";

const messy = [
  "Fennmark Systems GmbH;;;;;",
  "Angebot 2291;;;;;",
  "Pos.;Artikel-Nr.;Bezeichnung;Menge;Einzelpreis (EUR);Rabatt %",
  "1;FM-8;HGX H200;4;289.450,10;3",
  "2;SW;Switch 400G;zwei;30.656,125;",
  "Summe netto;;;;1.184.378,64;",
].join("\r\n");
const csv = (text: string) => ({
  name: "offer.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

test("a messy European offer comes in, is undone, and a workbook follows with its columns remembered", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await page.goto("/suppliers");
  await page.getByRole("button", { name: "New supplier" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Fennmark Systems");
  await page.getByRole("button", { name: "Enter the supplier" }).click();
  await page.getByRole("button", { name: "New quote from a file" }).click();
  const dialog = page.getByRole("dialog", { name: "New quote from a file" });
  await expect(dialog.getByLabel("Supplier")).toHaveValue("Fennmark Systems");
  await dialog.getByLabel("Number").fill("Q-2291");
  await dialog.getByLabel("Currency").selectOption("EUR");
  await dialog.getByRole("button", { name: "Choose the file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import lines" })).toBeVisible();

  const choose = page.getByLabel("File with lines");
  await choose.setInputFiles(csv(messy));
  const refused = page.getByRole("region", { name: "1 row cannot be read", exact: true });
  await expect(refused.getByRole("row", { name: /5 D Menge zwei/ })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole("button", { name: "Import the lines" })).toBeDisabled();
  await expect(page.getByText("1 row left out")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Other file" }).click();
  await choose.setInputFiles(csv(messy.replace("zwei", "2")));
  await expect(page.getByText("EUR 1,184,378.64 before tax")).toBeVisible({ timeout: 20_000 });
  await expect(
    page.getByLabel(/The file states a total of EUR 1,184,378.64 \(row 6, Summe netto\)/),
  ).toBeChecked();
  await expect(page.getByText("The lines agree with it to the cent.")).toBeVisible();
  const category = page.getByLabel("Category, row 5");
  await expect(category).toHaveValue("network");
  await expect(page.getByText("guessed", { exact: true })).toHaveCount(2);
  await category.selectOption("Rack");
  await expect(page.getByText("chosen", { exact: true })).toBeVisible();
  await expect(page.getByText("guessed", { exact: true })).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import the lines" }).click();

  await expect(page.getByLabel("Description, line 2")).toHaveValue("Switch 400G", {
    timeout: 30_000,
  });
  await expect(page.getByLabel("Unit price, line 1")).toHaveValue("289,450.10");
  await expect(page.getByLabel("Category, line 2")).toHaveValue("rack");
  await expect(page.getByText("Agrees with the supplier\u2019s total to the cent.")).toBeVisible();
  const kept = page.getByRole("region", { name: "Attachments" });
  await expect(kept).toContainText("offer.csv");
  await expect(kept).toContainText("2 lines imported from it, as lines 1 to 2");
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByText("Add the first line")).toBeVisible();
  await expect(kept).not.toContainText("offer.csv");
  await expect(page.getByRole("button", { name: "Undo the import" })).toBeHidden();

  await page.getByRole("link", { name: "Import lines" }).click();
  const rows = [
    ["Was", "Wie viele", "Wert"],
    ["Rack", 2, 1200.5],
  ] as const;
  await choose.setInputFiles({
    name: "offer.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(oneSheet(rows)),
  });
  await page.getByLabel("Column A Was").selectOption("Description");
  await page.getByLabel("Column B Wie viele").selectOption("Quantity");
  await page.getByLabel("Column C Wert").selectOption("Unit price");
  await expect(page.getByText("EUR 2,401.00 before tax")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Import the lines" }).click();
  await expect(page.getByLabel("Description, line 1")).toHaveValue("Rack", { timeout: 30_000 });

  await page.getByRole("link", { name: "Import lines" }).click();
  await choose.setInputFiles({
    name: "next.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(oneSheet([...rows, ["Door", 1, 99]])),
  });
  await expect(
    page.getByText("Columns as the last time that Fennmark Systems sent these headers."),
  ).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("EUR 2,500.00 before tax")).toBeVisible();
});
