import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import type { Person } from "./people";

/** Gives a person the role of a viewer, the way an operator does. */
export function makeViewer({ email, organization }: Person): void {
  const data = process.env.E2E_DATA;
  if (!data) throw new Error("Set E2E_DATA to the data folder of the Loadline in E2E_ADDRESS.");
  execFileSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "--disable-warning=ExperimentalWarning",
      "scripts/account.ts",
      ...["add", email, "--organization", organization, "--role", "viewer"],
    ],
    {
      cwd: resolve(import.meta.dirname, ".."),
      env: { ...process.env, LOADLINE_DATA: data, DATABASE_URL: "" },
    },
  );
}
