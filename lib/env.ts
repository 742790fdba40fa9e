import { isatty } from "node:tty";
import { parseSettings } from "./env/settings";

export type Environment = {
  readonly appDatabaseUrl: string;
  readonly nextAuthSecret: string;
  /** The address people use, where it is known. */
  readonly address: string | undefined;
  /** Who may make an account: anyone, or only those who were invited. */
  readonly signUp: "open" | "invited";
  /** Whether the sample organization opens without an account, and to what. */
  readonly sample: "off" | "view" | "edit";
  /** How many proxies of the operator's own a request passes; one where https is spoken, which Loadline leaves to a proxy. */
  readonly proxies: number;
  /** How often a minute one API key may call. */
  readonly apiCallsPerMinute: number;
  readonly isProduction: boolean;
};

export type LogSettings = {
  readonly format: "json" | "text";
  readonly level: "error" | "warn" | "info" | "debug";
  /** Where the lines go: Next writes to the standard output as it likes, so the starter may name another one. */
  readonly fd: number;
};

function read(): Environment {
  const { settings, problems } = parseSettings(process.env, [
    "APP_DATABASE_URL",
    "NEXTAUTH_SECRET",
  ]);
  const { APP_DATABASE_URL: appDatabaseUrl, NEXTAUTH_SECRET: nextAuthSecret } = settings;
  if (problems.length > 0 || !appDatabaseUrl || !nextAuthSecret)
    throw new Error(problems.join("\n"));
  return {
    appDatabaseUrl,
    nextAuthSecret,
    address: settings.NEXTAUTH_URL,
    signUp: settings.LOADLINE_SIGN_UP ?? "invited",
    sample: settings.LOADLINE_SAMPLE ?? "off",
    proxies: settings.LOADLINE_PROXIES ?? (settings.NEXTAUTH_URL?.startsWith("https://") ? 1 : 0),
    apiCallsPerMinute: settings.LOADLINE_API_CALLS_PER_MINUTE ?? 600,
    isProduction: !["development", "test"].includes(process.env.NODE_ENV ?? ""),
  };
}

let known: Environment | undefined;

/** The settings, read when first needed: a build has none. */
export function env(): Environment {
  known ??= read();
  return known;
}

/** Lines for people on a terminal and JSON elsewhere; a terminal stays quiet unless something is wrong. */
export function logSettings(
  given: Readonly<Record<string, string | undefined>> = process.env,
): LogSettings {
  const { settings } = parseSettings(given);
  const fd = Number(given.LOADLINE_LOG_FD ?? 1);
  const format = settings.LOADLINE_LOG ?? (isatty(fd) ? "text" : "json");
  return {
    format,
    fd,
    level: settings.LOADLINE_LOG_LEVEL ?? (format === "json" ? "info" : "warn"),
  };
}
