import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Everything that a build is made from. Generated code follows from the schema. */
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/catalog",
  "prisma/schema.prisma",
  "docs/examples",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

const isPartOfBuild = (path: string) =>
  !/\.test\.tsx?$/.test(path) && !path.startsWith(join("lib", "data", "generated"));

function filesUnder(root: string, path: string): readonly string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(root, join(path, name)));
}

/** Depends on names and contents alone: touching a file changes nothing. */
export function hashFiles(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of [...paths].sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

const hashOf = (root: string, paths: readonly string[]) =>
  hashFiles(root, paths.flatMap((path) => filesUnder(root, path)).filter(isPartOfBuild));

export const sourceHash = (root: string) => hashOf(root, sources);

/** What the sample organization is made from. */
export const sampleHash = (root: string) => hashOf(root, ["docs/examples", "prisma"]);
