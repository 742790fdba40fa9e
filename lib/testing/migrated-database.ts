import { openAppRole } from "../../scripts/database";
import { openJobQueue } from "../../scripts/job-queue";
import { migrate } from "../../scripts/migrate";
import { startTemporaryDatabase } from "../../scripts/temporary-database";

/** A PostgreSQL as `npm start` would make it, where this process and its children find it; answers with how it ends. */
export async function openMigratedDatabase(): Promise<() => Promise<void>> {
  const database = await startTemporaryDatabase();
  await migrate(database.ownerUrl);
  await openJobQueue(database.ownerUrl);
  Object.assign(process.env, {
    APP_DATABASE_URL: await openAppRole(database.ownerUrl, database.appPassword),
    TEST_OWNER_DATABASE_URL: database.ownerUrl,
  });
  return database.stop;
}
