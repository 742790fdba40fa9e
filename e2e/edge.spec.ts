import { expect, test } from "./fixtures";
import { answer, fill, newPlan, openTab, save } from "./plans";

test("devices serve their share, and a portfolio gives the other requests to another option", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Chat on laptops");
  await openTab(page, "Options");
  await page.getByRole("button", { name: "Option", exact: true }).click();
  await page.getByRole("radio", { name: "Edge devices" }).check();
  await page.getByRole("button", { name: /^Laptop that runs small models/ }).click();
  const sheet = page.getByRole("dialog", { name: "New option: Edge devices" });
  await sheet.getByRole("button", { name: "Enter it" }).click();
  await fill(sheet, { Name: "Laptops", Devices: "20000", "Output throughput a replica": "30" });
  await sheet.getByLabel("Devices are").selectOption({ label: "The users’ own" });
  await expect(sheet.getByLabel("Device price", { exact: true })).toBeHidden();
  await save(sheet);

  const laptops = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: "Laptops", exact: true }) });
  await expect(laptops).toContainText("its devices can serve 50%");

  await page.getByRole("button", { name: "Option", exact: true }).click();
  await page.getByRole("radio", { name: "Portfolio" }).check();
  await page.getByRole("button", { name: "Choose two options of this plan" }).click();
  const mix = page.getByRole("dialog", { name: "New option: Portfolio" });
  await expect(
    mix.getByLabel("Serves its share of the requests").locator("option:checked"),
  ).toHaveText("Laptops");
  await save(mix);
  const portfolio = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: "Portfolio", exact: true }) });
  await expect(portfolio.getByRole("definition").last()).toHaveText(/^\$/);
  await expect(answer(page)).toContainText("least");
});
