// Installs what the lockfile asks for when node_modules lacks it. Built-ins only: it runs before the install.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const oldestNode = [20, 9];
const lock = join(root, ".data", "install-lock");

function stopWith(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** The Node that every script runs on; a package's own install script fetches it. */
const packagedNode = () =>
  ["node_modules/node/bin/node", "node_modules/node/bin/node.exe"].some(
    (path) => existsSync(join(root, path)) && statSync(join(root, path)).size > 0,
  );

/** npm writes its own list last, so an install that was interrupted has none. */
function isInstalled() {
  const list = "node_modules/.package-lock.json";
  if (!existsSync(join(root, list)) || !packagedNode()) return false;
  try {
    const found = readJson(list).packages;
    return Object.entries(readJson("package-lock.json").packages).every(
      ([path, { version, optional, devOptional, link }]) => {
        if (path === "" || link) return true;
        const entry = found[path];
        return entry ? entry.version === version : Boolean(optional || devOptional);
      },
    );
  } catch {
    return false;
  }
}

/** A process that was killed may stay in the list, as a zombie, where nobody clears it away. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
  const state = `/proc/${pid}/stat`;
  return !existsSync(state) || !/\) Z /.test(readFileSync(state, "utf8"));
}

/** Two installs at once in one checkout would spoil each other. */
function takeLock() {
  mkdirSync(join(root, ".data"), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const holder = Number(readFileSync(lock, "utf8"));
      if (holder > 0 && isAlive(holder)) {
        stopWith(
          `Packages are being installed here already (process ${holder}). Wait for that one.`,
        );
      }
      rmSync(lock, { force: true });
    }
  }
}

function npmCi() {
  const flags = [
    "--loglevel=error",
    "--ignore-scripts=false",
    "--include=dev",
    "--include=optional",
  ];
  const args = ["ci", ...flags, "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const { status, signal, error } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit" });
  rmSync(lock, { force: true });
  if (signal) process.exit(130);
  if (error) stopWith(`npm could not be run: ${error.message}`);
  if (status !== 0) {
    stopWith(
      "The packages could not be installed, for the reason above. Mend it and run this again.",
    );
  }
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
  stopWith(
    `This is Node ${process.versions.node}. Loadline needs Node ${oldestNode.join(".")} or newer.`,
  );
}
if (!isInstalled()) {
  takeLock();
  console.log("Installing packages …");
  npmCi();
  if (!isInstalled()) {
    stopWith(
      "The install ended, but packages are missing. Remove the folder node_modules and run this again.",
    );
  }
}
