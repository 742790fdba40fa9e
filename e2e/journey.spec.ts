import { expect, test } from "./fixtures";
import { answer, answerText, fill, newPlan, openTab, save, unfold } from "./plans";

test("from an empty account to a break-even, and back after a reload", async ({
  page,
  newOrganization,
}) => {
  test.slow();
  await newOrganization();
  await newPlan(page, "Blank", "Claims assistant");

  await openTab(page, "Workloads");
  await page.getByRole("button", { name: "Inference", exact: true }).click();
  const inference = page.getByRole("dialog", { name: "New inference workload" });
  await fill(inference, {
    Name: "Claims triage",
    "Requests in month 1": "4000000",
    "Input tokens a request": "3000",
    "Output tokens a request": "500",
  });
  await inference.getByLabel("Demand grows").selectOption({ label: "Compound, a year" });
  await inference.getByLabel("Demand growth", { exact: true }).fill("60");
  await save(inference);

  await page.getByRole("button", { name: "Training", exact: true }).click();
  const training = page.getByRole("dialog", { name: "New training workload" });
  await fill(training, { Name: "Quarterly tuning", "Accelerator-hours a run": "900" });
  await save(training);
  await expect(page.getByRole("heading", { name: "2 workloads" })).toBeVisible();

  await openTab(page, "Options");
  await page.getByRole("button", { name: "Option", exact: true }).click();
  await page.getByRole("button", { name: /^Llama 3.1 70B, Oracle Cloud/ }).click();
  const api = page
    .getByRole("dialog")
    .filter({ has: page.getByLabel("Input price", { exact: true }) });
  await fill(api, { Name: "Hosted Llama", "Cached input price": "0.36", "Training rate": "3.5" });
  await save(api);

  await page.getByRole("button", { name: "Option", exact: true }).click();
  await page.getByRole("radio", { name: "Cloud" }).check();
  await page.getByRole("button", { name: "Enter a rental yourself" }).click();
  const cloud = page
    .getByRole("dialog")
    .filter({ has: page.getByLabel("Rental", { exact: true }) });
  await fill(cloud, { Name: "Rented H200", Rental: "3.5", "Accelerators an instance": "8" });
  await cloud.getByRole("button", { name: "Enter it" }).click();
  await fill(cloud, { "Output throughput a replica": "2400", "Accelerators a replica": "4" });
  await save(cloud);

  await page.getByRole("button", { name: "Option", exact: true }).click();
  await page.getByRole("radio", { name: "On-premises" }).check();
  await page.getByRole("button", { name: "Type in a quote" }).click();
  const owned = page
    .getByRole("dialog")
    .filter({ has: page.getByLabel("Server price", { exact: true }) });
  await fill(owned, {
    Name: "Own H200 servers",
    Supplier: "Northwind Systems",
    "Quote number": "Q-118",
    "Server price": "290000",
    "Accelerators a server": "8",
    "Network, a server": "20000",
    "Installation, a server": "4500",
    "Lead time": "3",
    "Power, a server": "10.2",
    Space: "195",
  });
  await owned.getByLabel("Bridge option").selectOption({ label: "Rented H200" });
  await owned.getByRole("button", { name: "Enter it" }).click();
  await fill(owned, { "Output throughput a replica": "2400", "Accelerators a replica": "4" });
  await save(owned);
  await expect(page.getByRole("heading", { name: "3 options" })).toBeVisible();

  await openTab(page, "Assumptions");
  await page.getByLabel("Server price change", { exact: true }).fill("-25");
  await page.getByLabel("Server price change", { exact: true }).press("Tab");
  await expect(page.getByText(/^Saved, version/)).toBeVisible();

  await openTab(page, "Projection");
  await expect(answer(page)).toContainText(/costs? least over 60 months/);
  await expect(page.getByRole("list", { name: "Where the lines cross" })).toBeVisible();
  await answer(page)
    .getByRole("button", { name: /60 months: .* Open its lines/ })
    .click();
  const lines = page.getByRole("dialog");
  await expect(lines.getByRole("table")).toBeVisible();
  await page.keyboard.press("Escape");
  const projected = await answerText(page);

  await openTab(page, "Break-even");
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  expect(await answerText(page)).toBe(projected);

  await page.reload();
  expect(await answerText(page)).toBe(projected);
  await openTab(page, "Options");
  await page.getByRole("button", { name: "Own H200 servers", exact: true }).click();
  const kept = page.getByRole("dialog", { name: "Own H200 servers" });
  await expect(kept.getByLabel("Quote number")).toHaveValue("Q-118");
  await expect(kept.getByLabel("Server price", { exact: true })).toHaveValue("290,000");
  await unfold(kept, "Power in use");
  await expect(kept.getByLabel("PUE", { exact: true })).not.toHaveValue("");
});
