import * as z from "zod/mini";

const environment = z.object({
  /** The application's role, which row-level security binds. Never the owner's address. */
  APP_DATABASE_URL: z.string().check(z.regex(/^postgres(ql)?:\/\//)),
  NEXTAUTH_SECRET: z.string().check(z.minLength(16)),
  NEXTAUTH_URL: z.optional(z.url()),
  LOADLINE_SIGN_UP: z._default(z.enum(["open", "invited"]), "invited"),
  LOADLINE_SAMPLE: z._default(z.enum(["off", "view", "edit"]), "off"),
  LOADLINE_PROXIES: z.optional(z.coerce.number().check(z.int(), z.gte(0), z.lte(5))),
  NODE_ENV: z._default(z.enum(["development", "test", "production"]), "production"),
});

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
  readonly isProduction: boolean;
};

function read(): Environment {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
    throw new Error(`These settings are missing or wrong: ${names}. See .env.example.`);
  }
  const { data } = parsed;
  return {
    appDatabaseUrl: data.APP_DATABASE_URL,
    nextAuthSecret: data.NEXTAUTH_SECRET,
    address: data.NEXTAUTH_URL,
    signUp: data.LOADLINE_SIGN_UP,
    sample: data.LOADLINE_SAMPLE,
    proxies: data.LOADLINE_PROXIES ?? (data.NEXTAUTH_URL?.startsWith("https://") ? 1 : 0),
    isProduction: data.NODE_ENV === "production",
  };
}

let known: Environment | undefined;

/** The settings, read when first needed: a build has none. */
export function env(): Environment {
  known ??= read();
  return known;
}
