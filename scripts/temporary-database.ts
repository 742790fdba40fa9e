import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDataFolder, secretsOf } from "./data-folder";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded-database";

export type TemporaryDatabase = Pick<EmbeddedDatabase, "ownerUrl" | "stop"> & {
  readonly appPassword: string;
};

/** A PostgreSQL of its own in the system's temporary folder, gone without trace when stopped. */
export async function startTemporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = makeDataFolder(mkdtempSync(join(tmpdir(), "loadline-")));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const secrets = secretsOf(folder);
    const { ownerUrl, stop } = await startEmbeddedDatabase({ folder, secrets, withoutSync: true });
    return {
      ownerUrl,
      appPassword: secrets.appPassword,
      stop: async () => {
        await stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
