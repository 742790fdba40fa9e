import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseSettings, type SettingName, settings } from "./settings";

it("takes what is right, and takes an empty setting for none", () => {
  expect(parseSettings({ PORT: "4000", HOST: "", LOADLINE_SAMPLE: "view", HOME: "/root" })).toEqual(
    {
      settings: { PORT: 4000, LOADLINE_SAMPLE: "view" },
      problems: [],
    },
  );
});

it("says everything that is wrong at once, a line each, and shows no secret", () => {
  const { problems } = parseSettings({
    PORT: "http",
    LOADLINE_SAMPLE: "on",
    NEXTAUTH_SECRET: "hunter2",
    DATABASE_URL: "mysql://root:hunter2@db/loadline",
  });
  expect(problems).toEqual([
    'PORT is "http". Set it to a whole number from 1 to 65535. Example: 3000',
    "DATABASE_URL is set to 32 characters, which are not shown. Set it to the address of a PostgreSQL database. Example: postgresql://loadline_owner:secret@db.example.org:5432/loadline",
    'LOADLINE_SAMPLE is "on". Set it to off, view or edit. Example: off',
    "NEXTAUTH_SECRET is set to 7 characters, which are not shown. Set it to at least 16 characters that nobody can guess. Example: what openssl rand -base64 32 prints",
  ]);
  expect(problems.join("\n")).not.toMatch(/hunter2|\n.*\n.*\n.*\n/);
});

it("names what is missing where it is needed", () => {
  expect(parseSettings({}, ["NEXTAUTH_SECRET"]).problems).toEqual([
    expect.stringMatching(/^NEXTAUTH_SECRET is not set\. /),
  ]);
});

it.each([
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "80.5"],
  ["PORT", "-1"],
  ["PORT", "1e3"],
  ["HOST", "http://localhost"],
  ["NEXTAUTH_URL", "loadline.example.org"],
  ["NEXTAUTH_URL", "ftp://loadline.example.org"],
  ["LOADLINE_PROXIES", "6"],
  ["LOADLINE_LOG", "yaml"],
  ["LOADLINE_LOG_LEVEL", "verbose"],
  ["LOADLINE_API_CALLS_PER_MINUTE", "0"],
  ["APP_DATABASE_URL", "localhost:5432"],
])("refuses %s=%s", (name, text) => {
  const { problems } = parseSettings({ [name]: text });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${name} is `);
});

it("takes each of its own examples, and .env.example shows the same settings with values that fit", () => {
  for (const name of Object.keys(settings) as SettingName[])
    expect(parseSettings({ [name]: settings[name].example }).problems).toEqual([]);
  const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
  const shown = [...example.matchAll(/^# ([A-Z][A-Z_]+)=(.*)$/gm)];
  expect(shown.map(([, name]) => name).sort()).toEqual(Object.keys(settings).sort());
  for (const [, name = "", text] of shown)
    expect(parseSettings({ [name]: text }).problems).toEqual([]);
});
