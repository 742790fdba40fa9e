import * as z from "zod/mini";

const wholeNumber = (from: number, to: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d+$/)),
    z.pipe(z.transform(Number), z.number().check(z.gte(from), z.lte(to))),
  );

const postgresUrl = z
  .string()
  .check(z.refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)));
const webAddress = z
  .string()
  .check(z.refine((text) => /^https?:\/\//.test(text) && URL.canParse(text) && !/[?#]/.test(text)));
const postgresExample = "postgresql://loadline_owner:secret@db.example.org:5432/loadline";

type Setting = {
  readonly schema: z.ZodMiniType<unknown, string>;
  /** Completes "Set it to …". */
  readonly expected: string;
  readonly example: string;
  /** Never repeated in a message. */
  readonly isSecret?: boolean;
};

/** Everything an operator can set. `.env.example` has the same names, which a test holds it to. */
export const settings = {
  PORT: {
    schema: wholeNumber(1, 65_535),
    expected: "a whole number from 1 to 65535",
    example: "3000",
  },
  HOST: {
    schema: z.string().check(z.regex(/^[\w.:-]+$/)),
    expected: "an address or name of this machine",
    example: "127.0.0.1",
  },
  NEXTAUTH_URL: {
    schema: webAddress,
    expected: "the http or https address that people type",
    example: "https://loadline.example.org",
  },
  LOADLINE_PROXIES: {
    schema: wholeNumber(0, 5),
    expected: "a whole number from 0 to 5",
    example: "1",
  },
  LOADLINE_DATA: {
    schema: z.string(),
    expected: "a folder",
    example: "/srv/loadline",
  },
  DATABASE_URL: {
    schema: postgresUrl,
    expected: "the address of a PostgreSQL database",
    example: postgresExample,
    isSecret: true,
  },
  APP_DATABASE_URL: {
    schema: postgresUrl,
    expected: "the address of the same database with the application's role",
    example: postgresExample.replace("owner", "app"),
    isSecret: true,
  },
  LOADLINE_SIGN_UP: {
    schema: z.enum(["open", "invited"]),
    expected: "open or invited",
    example: "invited",
  },
  LOADLINE_SAMPLE: {
    schema: z.enum(["off", "view", "edit"]),
    expected: "off, view or edit",
    example: "off",
  },
  LOADLINE_API_CALLS_PER_MINUTE: {
    schema: wholeNumber(1, 10_000_000),
    expected: "a whole number from 1 to 10000000",
    example: "600",
  },
  LOADLINE_WEB_PROCESSES: {
    schema: wholeNumber(1, 32),
    expected: "a whole number from 1 to 32",
    example: "2",
  },
  LOADLINE_LOG: {
    schema: z.enum(["json", "text"]),
    expected: "json or text",
    example: "json",
  },
  LOADLINE_LOG_LEVEL: {
    schema: z.enum(["error", "warn", "info", "debug"]),
    expected: "error, warn, info or debug",
    example: "info",
  },
  NEXTAUTH_SECRET: {
    schema: z.string().check(z.minLength(16)),
    expected: "at least 16 characters that nobody can guess",
    example: "what openssl rand -base64 32 prints",
    isSecret: true,
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
export type Settings = {
  readonly [Name in SettingName]?: z.output<(typeof settings)[Name]["schema"]>;
};

type Given = Readonly<Record<string, string | undefined>>;

const shown = (text: string, isSecret: boolean) =>
  isSecret ? `set to ${text.length} characters, which are not shown` : `"${text}"`;

function problemOf(name: SettingName, given: string | undefined): string {
  const { expected, example, isSecret = false }: Setting = settings[name];
  const is = given === undefined ? "not set" : shown(given, isSecret);
  return `${name} is ${is}. Set it to ${expected}. Example: ${example}`;
}

/** What is set, and a line for everything that is wrong with it; a setting that is empty is not set. */
export function parseSettings(
  given: Given,
  required: readonly SettingName[] = [],
): { readonly settings: Settings; readonly problems: readonly string[] } {
  const found: Partial<Record<SettingName, unknown>> = {};
  const problems: string[] = [];
  for (const name of Object.keys(settings) as SettingName[]) {
    const text = given[name] || undefined;
    if (text === undefined && !required.includes(name)) continue;
    const parsed = settings[name].schema.safeParse(text);
    if (text !== undefined && parsed.success) found[name] = parsed.data;
    else problems.push(problemOf(name, text));
  }
  return { settings: found as Settings, problems };
}
