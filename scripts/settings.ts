import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseSettings, type Settings } from "@/lib/env/settings";
import { checkout } from "./data-folder";
import { StopError } from "./stop-error";

/** The settings, or everything that is wrong with them at once, a line each. */
export function settingsOf(given: Readonly<Record<string, string | undefined>>): Settings {
  const { settings, problems } = parseSettings(given);
  if (problems.length > 0) throw new StopError(problems.join("\n"));
  return settings;
}

/** The settings of this process with those of .env beside them; nothing was touched yet when one is wrong. */
export function loadSettings(): Settings {
  const dotEnv = join(checkout, ".env");
  if (existsSync(dotEnv)) process.loadEnvFile(dotEnv);
  return settingsOf(process.env);
}
