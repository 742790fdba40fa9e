import { expect, it } from "vitest";
import { publishedCases } from "../testing/published/cases";
import { validationPage } from "../testing/published/validation-page";

it("docs/validation.md is what the published cases come to now: else run `npm run validation`", async () => {
  await expect(validationPage(publishedCases)).toMatchFileSnapshot("../../../docs/validation.md");
});
