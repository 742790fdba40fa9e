import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type Address, refuseTakenPort } from "./address";
import { checkout, secretsOf } from "./data-folder";
import type { Database } from "./database";
import type { Installation } from "./installation";
import { endProcess, whenClosed } from "./processes";
import { settingsOf } from "./settings";
import { StopError } from "./stop-error";

export type WebServer = {
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
};

const nextCommand = join(checkout, "node_modules/next/dist/bin/next");
const exitWithParent = pathToFileURL(join(checkout, "scripts/exit-with-parent.mjs")).href;
const webProcesses = join(checkout, "scripts/web-processes.mjs");
/** Each takes 200 MB at rest, up to 550 MB under load and up to ten connections to the database. */
const mostUnasked = 4;
const serveWithinMs = 60_000;
/** Longer than the web server itself gives to running requests. */
const stopWithinMs = 14_000;

/** What the web server is told. It never learns the owner's address: the application's role is enough. */
export function webEnvironment(
  folder: string,
  database: Database,
  address: Address,
): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, ...given } = process.env;
  // A setting that is empty is not set: it must not hide what is worked out here.
  const environment: NodeJS.ProcessEnv = {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)),
    NODE_ENV: given.NODE_ENV,
  };
  // A loopback address behind a proxy is not private: whoever runs one names the address people type.
  const isPrivate = database.isEmbedded && address.isLoopback && !environment.NEXTAUTH_URL;
  return {
    LOADLINE_SIGN_UP: isPrivate ? "open" : "invited",
    LOADLINE_SAMPLE: isPrivate ? "edit" : "off",
    NEXTAUTH_SECRET: secretsOf(folder).nextAuthSecret,
    NEXTAUTH_URL: address.url,
    // On a loopback address `localhost` and `127.0.0.1` are the same place to its user.
    ...(address.isLoopback && !environment.NEXTAUTH_URL ? { AUTH_TRUST_HOST: "1" } : {}),
    ...environment,
    APP_DATABASE_URL: database.appUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    // Next would cut requests short: lib/server/stop-gracefully.ts ends the server instead.
    NEXT_MANUAL_SIG_HANDLE: "1",
  };
}

/** One process a core, where nobody said how many; a development server is one. */
function programOf(command: "start" | "dev", environment: NodeJS.ProcessEnv): readonly string[] {
  const { LOADLINE_WEB_PROCESSES: asked } = settingsOf(environment);
  const count = asked ?? Math.min(availableParallelism(), mostUnasked);
  return command === "dev" || count === 1
    ? [nextCommand]
    : [webProcesses, String(count), nextCommand];
}

/** `next start` or `next dev`, in a process group of its own: Ctrl-C reaches it through us, in our order. */
export function startWebServer(
  command: "start" | "dev",
  address: Address,
  environment: NodeJS.ProcessEnv,
  installation: Installation,
  args: readonly string[] = [],
): WebServer {
  const host = ["-H", address.host, "-p", String(address.port)];
  const child = spawn(
    process.execPath,
    [`--import=${exitWithParent}`, ...programOf(command, environment), command, ...args, ...host],
    {
      cwd: checkout,
      detached: true,
      env:
        command === "dev"
          ? { ...environment, NODE_ENV: "development", NEXT_MANUAL_SIG_HANDLE: "" }
          : { ...environment, NODE_ENV: "production", LOADLINE_LOG_FD: "4" },
      // What Next says of its start is left out; the log has a way of its own to the standard output.
      stdio:
        command === "dev"
          ? ["ignore", "inherit", "inherit", "ipc"]
          : ["ignore", "ignore", "inherit", "ipc", 1],
    },
  );
  const { pid } = child;
  if (pid) installation.recordWebServer(pid);
  return {
    ended: whenClosed(child),
    stop: async () => {
      if (pid) await endProcess(pid, "SIGTERM", stopWithinMs);
    },
  };
}

async function answers(address: Address): Promise<boolean> {
  try {
    await fetch(address.url, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
    return true;
  } catch {
    return false;
  }
}

export async function waitUntilServing(
  web: WebServer,
  address: Address,
  shutdown: AbortSignal,
): Promise<void> {
  let hasEnded = false;
  web.ended.then(() => {
    hasEnded = true;
  });
  const until = Date.now() + serveWithinMs;
  while (!(await answers(address))) {
    shutdown.throwIfAborted();
    if (hasEnded) {
      await refuseTakenPort(address);
      throw new StopError("The web server ended at its start, for the reason above.");
    }
    if (Date.now() > until) throw new StopError(`${address.url} did not answer within a minute.`);
    await sleep(50);
  }
}
