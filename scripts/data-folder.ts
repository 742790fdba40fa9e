import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Settings } from "./address";

export const checkout = resolve(import.meta.dirname, "..");
export const sharedFolder = "/var/lib/loadline";

export const isRoot = () => process.getuid?.() === 0;

/** `app` serves, `dev` is for `npm run dev`: the two can run side by side. */
export type Purpose = "app" | "dev";

/**
 * PostgreSQL never runs as root, and its own user may be unable to enter the checkout:
 * root's data lies where every user can reach it.
 */
export function dataFolderPath(
  purpose: Purpose,
  { LOADLINE_DATA }: Settings = process.env,
  asRoot = isRoot(),
  root = checkout,
): string {
  if (LOADLINE_DATA) return resolve(LOADLINE_DATA);
  if (!asRoot) return join(root, ".data", purpose);
  const hash = createHash("sha256").update(root).digest("hex").slice(0, 8);
  return join(sharedFolder, `${basename(root)}-${hash}`, purpose);
}

export function makeDataFolder(path: string): string {
  mkdirSync(path, { recursive: true });
  chmodSync(path, isRoot() ? 0o755 : 0o700);
  return path;
}

export type Secrets = {
  readonly nextAuthSecret: string;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
};

const secret = () => randomBytes(32).toString("base64url");

/** Made once for a data folder, kept beside the data, readable by its owner alone. */
export function secretsOf(folder: string): Secrets {
  const path = join(folder, "secrets.json");
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8"));
  const secrets: Secrets = {
    nextAuthSecret: secret(),
    superuserPassword: secret(),
    ownerPassword: secret(),
    appPassword: secret(),
  };
  writeFileSync(`${path}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return secrets;
}
