import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./page-health";
import { newPlan } from "./plans";

/** A red rectangle. */
const logo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGM4oKAAAAKkAQHjTKctAAAAAElFTkSuQmCC",
  "base64",
);

test("a house style is chosen with a preview, and every proposal has it", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await page.goto("/settings/house-style");
  const preview = page.getByRole("article", { name: "Preview" });
  await expect(preview.getByText(/^Confidential\. Snapshot/)).toBeVisible();

  await page.getByLabel("Accent colour", { exact: true }).fill("#FFD400");
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Too light for white paper",
  );
  await page.getByRole("button", { name: /the same but darker/ }).click();
  await expect(page.getByText(/Its contrast with white paper is 4\.5/)).toBeVisible();
  await page.getByLabel("Confidentiality").fill("Board only");
  await page.getByLabel("Footer").fill("Halden Mutual AG, Zurich");
  await page
    .getByLabel("Choose a logo")
    .setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("neither a PNG nor a JPEG");
  await page
    .getByLabel("Choose a logo")
    .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: logo });
  await expect(page.getByRole("img", { name: "The logo" })).toBeVisible();
  await page.getByLabel("Numbers", { exact: true }).selectOption("1.234,56");
  await page.getByLabel("Currency").selectOption("code");
  await expect(preview.getByText("USD 3,47M")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("House style saved.").first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await newPlan(page, "Support chatbot", "Chat for claims");
  await page.getByRole("button", { name: "Make proposal" }).click();
  const document = page.getByRole("article");
  await expect(document.getByText("Board only. Draft, not issued")).toBeVisible();
  await expect(document.getByText("Halden Mutual AG, Zurich")).toBeVisible();
  await expect(document.getByText(/USD.\d+,\d+M/).first()).toBeVisible();
  await page.getByText("Formats", { exact: true }).click();
  await page.getByLabel("Numbers", { exact: true }).selectOption("1,234.56");
  await expect(document.getByText(/USD.\d+\.\d+M/).first()).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved, version 2")).toBeVisible();
  await page.reload();
  await expect(document.getByText(/USD.\d+\.\d+M/).first()).toBeVisible();
});

test("on a phone a draft begins with its document, and its settings are a link away", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Chat for claims");
  await page.getByRole("button", { name: "Make proposal" }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  const document = page.getByRole("article");
  await expect(document.getByRole("heading", { name: "Chat for claims" })).toBeInViewport();
  await expect(page.getByLabel("For whom")).not.toBeInViewport();
  await page.getByRole("link", { name: /^To title, sections/ }).click();
  await expect(page.getByLabel("For whom")).toBeInViewport();
});
