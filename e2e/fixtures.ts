import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { expectWords, watchProblems } from "./page-health";
import { newPerson, type Person, signUp } from "./people";

type Fixtures = {
  /** Messages in the console that the test brings about on purpose. */
  expectedProblems: RegExp[];
  healthy: undefined;
  /** Signs up a person with an organization of their own, on the page of the test. */
  newOrganization: () => Promise<Person>;
  /** Another browser, with nobody signed in, watched like the first. */
  anotherBrowser: () => Promise<Page>;
};

async function endHealthy(page: Page, problems: readonly string[], expected: readonly RegExp[]) {
  if (!page.isClosed() && page.url() !== "about:blank") await expectWords(page);
  const unexpected = problems.filter((problem) => !expected.some((known) => known.test(problem)));
  expect(unexpected, "errors of the page").toEqual([]);
}

async function openBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  return context.newPage();
}

export const test = base.extend<Fixtures>({
  expectedProblems: [[], { option: true }],
  healthy: [
    async ({ page, expectedProblems }, use) => {
      const problems = watchProblems(page);
      await use(undefined);
      await endHealthy(page, problems, expectedProblems);
    },
    { auto: true },
  ],
  newOrganization: async ({ page }, use) => {
    await use(async () => {
      const person = newPerson();
      await signUp(page, person);
      return person;
    });
  },
  anotherBrowser: async ({ browser, expectedProblems }, use) => {
    const opened: { page: Page; problems: string[] }[] = [];
    await use(async () => {
      const page = await openBrowser(browser);
      opened.push({ page, problems: watchProblems(page) });
      return page;
    });
    for (const { page, problems } of opened) {
      await endHealthy(page, problems, expectedProblems);
      await page.context().close();
    }
  },
});

export { expect } from "@playwright/test";
