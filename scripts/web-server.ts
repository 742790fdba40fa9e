import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Address } from "./address";
import { checkout, secretsOf } from "./data-folder";
import type { Database } from "./database";
import type { Installation } from "./installation";
import { endProcess, whenClosed } from "./processes";

export type WebServer = {
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
};

const nextCommand = join(checkout, "node_modules/next/dist/bin/next");
const exitWithParent = pathToFileURL(join(checkout, "scripts/exit-with-parent.mjs")).href;

/** What the web server is told. It never learns the owner's address: the application's role is enough. */
export function webEnvironment(
  folder: string,
  database: Database,
  address: Address,
): NodeJS.ProcessEnv {
  const isPrivate = database.isEmbedded && address.isLoopback;
  const { DATABASE_URL: _owner, ...environment } = process.env;
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
  };
}

/** `next start` or `next dev`, in a process group of its own: Ctrl-C reaches it through us, in our order. */
export function startWebServer(
  command: "start" | "dev",
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  installation: Installation,
): WebServer {
  const output = command === "dev" ? "inherit" : "ignore";
  const child = spawn(
    process.execPath,
    [`--import=${exitWithParent}`, nextCommand, command, ...args],
    {
      cwd: checkout,
      detached: true,
      env: environment,
      stdio: ["ignore", output, "inherit", "ipc"],
    },
  );
  const { pid } = child;
  if (pid) installation.recordWebServer(pid);
  return {
    ended: whenClosed(child),
    stop: async () => {
      if (pid) await endProcess(pid, "SIGTERM", 10_000);
    },
  };
}
