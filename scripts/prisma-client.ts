import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashFiles } from "./build-hash";
import { checkout } from "./data-folder";
import { withLock } from "./lock";
import { StopError } from "./stop-error";

function generate(root: string): void {
  const prisma = join(root, "node_modules/prisma/build/index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, "generate"], {
    cwd: root,
    encoding: "utf8",
    // Generating needs no schema engine, but Prisma downloads one first unless it is told of a file that exists.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  });
  if (status !== 0) throw new StopError(`Prisma could not make its client.\n${stdout}${stderr}`);
}

/** Makes Prisma's client when the schema or Prisma changed since the last time. */
export async function generatePrismaClient(root = checkout): Promise<void> {
  const stamp = join(root, "lib/data/generated/made-from");
  const hash = hashFiles(root, ["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  const isPresent = () => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (isPresent()) return;
  await withLock(join(root, ".data", "generate-lock"), () => {
    if (isPresent()) return;
    generate(root);
    writeFileSync(stamp, hash);
  });
}
