import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

export type Person = { name: string; email: string; password: string; organization: string };

export function newPerson(): Person {
  const id = randomUUID().slice(0, 8);
  return {
    name: "Ada Planner",
    email: `ada-${id}@example.test`,
    password: `four quiet words ${id}`,
    organization: `Halden ${id}`,
  };
}

export async function signUp(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("Organization", { exact: true }).fill(person.organization);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Create an account" }).click();
  await page.waitForURL(/\/plans$/, { waitUntil: "load" });
}

export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
