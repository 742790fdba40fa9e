import { parseArgs } from "node:util";
import { readAddress, refuseTakenPort } from "./address";
import { openDatabase } from "./database";
import { openInstallation } from "./installation";
import { generatePrismaClient } from "./prisma-client";
import { ensureSample } from "./sample";
import { loadSettings } from "./settings";
import { listenForShutdown, whenAborted } from "./shutdown";
import { runCommand } from "./stop-error";
import { startWebServer, webEnvironment } from "./web-server";
import { startWorkerProcess } from "./worker-process";

const portOption = { port: { type: "string", short: "p" } } as const;

async function main(): Promise<number> {
  loadSettings();
  const shutdown = listenForShutdown();
  const args = process.argv.slice(2);
  const { values } = parseArgs({ args, options: portOption, strict: false });
  const port = typeof values.port === "string" ? values.port : process.env.PORT;
  const address = readAddress({ ...process.env, ...(port ? { PORT: port } : {}) });

  const installation = await openInstallation("dev", address.url, shutdown);
  shutdown.addEventListener("abort", installation.leave);
  try {
    await refuseTakenPort(address);
    await generatePrismaClient();
    const database = await openDatabase(installation.folder);
    try {
      const environment = webEnvironment(installation.folder, database, address);
      await ensureSample(installation.folder, database, environment);
      const web = startWebServer("dev", address, environment, installation, args);
      const worker = startWorkerProcess({ ...environment, NODE_ENV: "development" }, installation);
      const code = await Promise.race([whenAborted(shutdown), web.ended, database.ended]);
      await Promise.all([web.stop(), worker.stop()]);
      return code ?? 0;
    } finally {
      await database.stop();
    }
  } finally {
    installation.release();
  }
}

runCommand(main);
