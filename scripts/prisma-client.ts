import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashFiles } from "./build-hash";
import { checkout } from "./data-folder";
import { StopError } from "./stop-error";

/** Makes Prisma's client when the schema or Prisma changed since the last time. */
export function generatePrismaClient(root = checkout): void {
  const generated = join(root, "lib/data/generated");
  const stamp = join(generated, "made-from");
  const hash = hashFiles(root, ["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  const prisma = join(root, "node_modules/prisma/build/index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, "generate"], {
    cwd: root,
    encoding: "utf8",
    // Generating needs no schema engine, but Prisma downloads one first unless it is told of a file that exists.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  });
  if (status !== 0) throw new StopError(`Prisma could not make its client.\n${stdout}${stderr}`);
  writeFileSync(stamp, hash);
}
