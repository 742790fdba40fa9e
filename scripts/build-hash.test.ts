import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sourceHash } from "./build-hash";
import { checkout } from "./data-folder";

let root: string;

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "loadline-hash-"));
  write("app/page.tsx", "page");
  write("lib/env.ts", "env");
  write("package-lock.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it.each([
  ["a page", "app/page.tsx"],
  ["a new file", "components/ui/button.tsx"],
  ["the lockfile", "package-lock.json"],
  ["Next's settings", "next.config.ts"],
  ["the database schema", "prisma/schema.prisma"],
  ["the catalog", "prisma/catalog/models.json"],
  ["an example that the site shows", "docs/examples/plan.json"],
])("changes with %s", (_what, path) => {
  const before = sourceHash(root);
  write(path, "changed");
  expect(sourceHash(root)).not.toBe(before);
});

it.each([
  ["a test", "lib/env.test.ts"],
  ["generated code", "lib/data/generated/client.ts"],
  ["the manual", "docs/architecture.md"],
  ["a script", "scripts/start.ts"],
])("does not change with %s", (_what, path) => {
  const before = sourceHash(root);
  write(path, "changed");
  expect(sourceHash(root)).toBe(before);
});

it("depends on names and contents, not on times or on where the checkout lies", () => {
  const before = sourceHash(root);
  utimesSync(join(root, "app/page.tsx"), 1, 1);
  expect(sourceHash(root)).toBe(before);
  renameSync(join(root, "app/page.tsx"), join(root, "app/other.tsx"));
  expect(sourceHash(root)).not.toBe(before);
});

it("does not confuse where one file ends and the next begins", () => {
  write("app/a.ts", "x");
  write("app/b.ts", "yz");
  const before = sourceHash(root);
  write("app/a.ts", "xy");
  write("app/b.ts", "z");
  expect(sourceHash(root)).not.toBe(before);
});

it("takes well under a second of a restart", () => {
  const began = performance.now();
  sourceHash(checkout);
  expect(performance.now() - began).toBeLessThan(1000);
});
