import { openMigratedDatabase } from "./migrated-database";

/** One PostgreSQL for all database tests; each test makes its own organization. */
export default async function setup(): Promise<() => Promise<void>> {
  const stop = await openMigratedDatabase();
  Object.assign(process.env, {
    NEXTAUTH_SECRET: "a secret of the tests alone",
    LOADLINE_SIGN_UP: "open",
    LOADLINE_SAMPLE: "edit",
  });
  return stop;
}
