import { existsSync, readFileSync } from "node:fs";
import { dirname, join, matchesGlob, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** A module of a room that draws, from the specifier that imports it; null for any other. */
function moduleAt(specifier: string, from: string): string | null {
  const path = specifier.startsWith("@/")
    ? join(root, specifier.slice(2))
    : join(dirname(from), specifier);
  if (!/^[@.]/.test(specifier) || !/^(app|components)\//.test(relative(root, path))) return null;
  return [`${path}.tsx`, `${path}.ts`].find(existsSync) ?? null;
}

function reachedFrom(...entries: readonly string[]): readonly string[] {
  const reached = new Set(entries.map((entry) => join(root, entry)));
  for (const file of reached)
    for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(/from "([^"]+)"/g)) {
      const module = moduleAt(specifier, file);
      if (module) reached.add(module);
    }
  return [...reached];
}

function sourcesOf(sheet: string): readonly string[] {
  const path = join(root, sheet);
  return [...readFileSync(path, "utf8").matchAll(/@source "([^"]+)"/g)].map(([, source = ""]) => {
    const full = join(dirname(path), source);
    return /\.\w+$/.test(full) ? full : `${full}/**`;
  });
}

/** Each sheet reads only the files named in it: a component that it misses would stand without its style. */
test.each([
  {
    sheet: "app/shared/shared.css",
    entries: [
      "app/shared/layout.tsx",
      "app/shared/not-found.tsx",
      "app/shared/view/[linkId]/page.tsx",
    ],
  },
  { sheet: "app/global-failure.css", entries: ["app/global-failure.tsx"] },
])("$sheet names every component of its pages", ({ sheet, entries }) => {
  const sources = sourcesOf(sheet);
  const styled = reachedFrom(...entries).filter((file) =>
    /className|Class\b/.test(readFileSync(file, "utf8")),
  );
  expect(styled.length).toBeGreaterThan(3);
  expect(
    styled
      .filter((file) => !sources.some((source) => matchesGlob(file, source)))
      .map((file) => relative(root, file)),
  ).toEqual([]);
});
