import { expect, it } from "vitest";
import { guessedRecurrence } from "./guessed-recurrence";

it.each([
  ["pc/yr", "yearly"],
  ["Stk/Jahr", "yearly"],
  ["EUR / year", "yearly"],
  ["Support 24x7, per year", "yearly"],
  ["Wartung pro Jahr", "yearly"],
  ["Wartung, jährlich", "yearly"],
  ["Wartung ja\u0308hrlich", "yearly"],
  ["Support p.a.", "yearly"],
  ["p. a.", "yearly"],
  ["Annual maintenance", "yearly"],
  ["Maintenance, par an", "yearly"],
  ["pc/month", "monthly"],
  ["/mo", "monthly"],
  ["Lizenz, monatlich", "monthly"],
  ["Hosting per month", "monthly"],
  ["Support mensuel", "monthly"],
  ["Annual contract, paid monthly", null],
  ["Support, 3 years", null],
  ["Semi-annual check", null],
  ["halbjährlich", null],
  ["month", null],
  ["n/a", null],
  ["Switch 400G, 32 x OSFP/QSFP", null],
  ["Monitor arm", null],
  ["", null],
] as const)("%j is paid %s", (text, recurrence) => {
  expect(guessedRecurrence(text)).toBe(recurrence);
});
