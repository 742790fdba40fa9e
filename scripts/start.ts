import { type Address, readAddress, refuseTakenPort } from "./address";
import { ensureBuilt } from "./build";
import { type Database, openDatabase } from "./database";
import { type Installation, openInstallation } from "./installation";
import { generatePrismaClient } from "./prisma-client";
import { ensureSample } from "./sample";
import { loadSettings } from "./settings";
import { listenForShutdown, whenAborted } from "./shutdown";
import { runCommand, StopError } from "./stop-error";
import { startWebServer, waitUntilServing, webEnvironment } from "./web-server";
import { startWorkerProcess, type WorkerProcess } from "./worker-process";

function announce(address: Address, folder: string, database: Database): void {
  const data = database.isEmbedded ? folder : `the server in DATABASE_URL; secrets in ${folder}`;
  const isReachedByOthers = !address.isLoopback && !process.env.NEXTAUTH_URL;
  const hint = isReachedByOthers
    ? "\n  Set NEXTAUTH_URL to the address that others type, so that their sign-in works.\n"
    : "";
  console.log(`
  Loadline is ready.

  Open   ${address.url}
  Data   ${data}
  Stop   Ctrl-C
${hint}`);
}

async function serve(
  installation: Installation,
  database: Database,
  address: Address,
  shutdown: AbortSignal,
): Promise<number> {
  const { folder } = installation;
  const environment = webEnvironment(folder, database, address);
  await ensureSample(folder, database, environment);
  await ensureBuilt({ signal: shutdown, onBuild: () => console.log("Building …") });
  shutdown.throwIfAborted();
  const web = startWebServer("start", address, environment, installation);
  let worker: WorkerProcess | undefined;
  try {
    await waitUntilServing(web, address, shutdown);
    announce(address, folder, database);
    // After the first page: jobs can wait, and a start is judged by its page.
    worker = startWorkerProcess({ ...environment, NODE_ENV: "production" }, installation);
    const ending = await Promise.race([
      whenAborted(shutdown).then(() => "asked" as const),
      web.ended.then(() => "web server" as const),
      database.ended.then(() => "database" as const),
    ]);
    if (ending === "asked") return 0;
    throw new StopError(`The ${ending} ended unexpectedly, so Loadline stops. Start it again.`);
  } finally {
    if (shutdown.aborted) console.log("Stopping …");
    await Promise.all([web.stop(), worker?.stop()]);
  }
}

async function main(): Promise<number> {
  loadSettings();
  const shutdown = listenForShutdown();
  const address = readAddress(process.env);
  const installation = await openInstallation("app", address.url, shutdown);
  shutdown.addEventListener("abort", installation.leave);
  try {
    await refuseTakenPort(address);
    await generatePrismaClient();
    const database = await openDatabase(installation.folder);
    try {
      return await serve(installation, database, address, shutdown);
    } finally {
      await database.stop();
    }
  } catch (error) {
    if (shutdown.aborted) return 0;
    throw error;
  } finally {
    installation.release();
  }
}

runCommand(main);
