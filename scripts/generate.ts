// Makes what the type check and the tests read but git does not keep: Prisma's client, Next's route types.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { checkout } from "./data-folder";
import { generatePrismaClient } from "./prisma-client";
import { runCommand } from "./stop-error";

async function main(): Promise<number> {
  await generatePrismaClient();
  const next = join(checkout, "node_modules/next/dist/bin/next");
  const { status } = spawnSync(process.execPath, [next, "typegen"], {
    cwd: checkout,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return status ?? 1;
}

runCommand(main);
