import { openAppRole } from "../../scripts/database";
import { openJobQueue } from "../../scripts/job-queue";
import { migrate } from "../../scripts/migrate";
import { startTemporaryDatabase } from "../../scripts/temporary-database";

/** One PostgreSQL for all database tests, as `npm start` would make it; each test makes its own organization. */
export default async function setup(): Promise<() => Promise<void>> {
  const database = await startTemporaryDatabase();
  await migrate(database.ownerUrl);
  await openJobQueue(database.ownerUrl);
  Object.assign(process.env, {
    APP_DATABASE_URL: await openAppRole(database.ownerUrl, database.appPassword),
    TEST_OWNER_DATABASE_URL: database.ownerUrl,
    NEXTAUTH_SECRET: "a secret of the tests alone",
    LOADLINE_SIGN_UP: "open",
    LOADLINE_SAMPLE: "edit",
  });
  return database.stop;
}
