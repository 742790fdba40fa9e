import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkImports } from "./law/imports";
import { checkNames } from "./law/names";

let root: string;

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function installPackage(name: string) {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
  write(`node_modules/${name}/index.js`, "export const anything = 1;");
}

const importing = {
  "lib/engine/react.ts": 'import { anything } from "react";',
  "lib/engine/zod.ts": 'import { anything } from "zod";',
  "lib/engine/data.ts": 'import { row } from "../data/rows";',
  "lib/engine/data-types.ts": 'import type { Row } from "@/lib/data/generated/client";',
  "lib/engine/schema-values.ts": 'import { schema } from "@/lib/schemas/plan";',
  "lib/engine/node.ts": 'import { readFileSync } from "node:fs";',
  "lib/services/next.ts": 'import { anything } from "next/cache";',
  "lib/apart/data.ts": 'import { row } from "@/lib/data/rows";',
  "lib/worker/next.ts": 'import { anything } from "next/cache";',
  "app/worker.ts": 'import { startWorker } from "@/lib/worker/worker";',
  "lib/views/data.ts": 'import { row } from "@/lib/data/rows";',
  "lib/catalog/engine.ts": 'import { project } from "@/lib/engine/index";',
  "components/window.ts": 'import { inner } from "@/lib/engine/inner";',
  "components/lazy.ts": 'export const load = () => import("@/lib/services/plans");',
  "app/prisma.ts": 'import { Row } from "@/lib/data/generated/client";',
  "app/test-only.ts": 'import { anything } from "vitest";',
  "lib/views/round.ts": 'import { about } from "./about";',
  "lib/views/lost.ts": 'import { nothing } from "./nowhere";',
  "lib/elsewhere/file.ts": 'import { schema } from "@/lib/schemas/plan";',
  "scripts/tests.ts": 'import { tests } from "@/lib/views/ok.test";',
};

const naming = {
  "lib/engine/clock.ts": "export const now = () => new Date();",
  "lib/engine/random.ts": "export const draw = () => Math.random();",
  "lib/engine/log.ts": "export const log = () => console.log(1);",
  "lib/engine/ask.ts": 'export const ask = () => fetch("/");',
  "lib/engine/environment.ts": "export const { env } = process;",
  "lib/views/words.ts": "export const text = (n: number) => n.toLocaleString();",
  "lib/views/intl.ts": 'export const intl = new Intl.NumberFormat("en");',
  "components/environment.ts": "export const url = process.env.URL;",
};

const allowed = {
  "lib/engine/index.ts":
    'import type { Plan } from "@/lib/schemas/plan";\nimport { inner } from "./inner";\nexport const project = (plan: Plan) => [plan, inner];',
  "lib/engine/inner.ts": "export const inner = (window: { process: number }) => window.process;",
  "lib/schemas/plan.ts":
    'import { anything } from "zod";\nexport const schema = anything;\nexport type Plan = number;',
  "lib/data/rows.ts": 'import { Row } from "./generated/client";\nexport const row = Row;',
  "lib/data/generated/client.ts": "export const Row = 1;\nexport type Row = number;",
  "lib/worker/worker.ts": "export const startWorker = 1;",
  "lib/views/ok.ts": 'import { project } from "@/lib/engine/index";\nexport const view = project;',
  "lib/views/ok.test.ts":
    'import { anything } from "vitest";\nimport { row } from "@/lib/data/rows";\nexport const tests = [anything, row];',
  "lib/views/about.ts": 'import { back } from "./round";\nexport const about = back;',
  "lib/services/plans.ts":
    'import { row } from "@/lib/data/rows";\nexport const listPlans = () => row;',
  "app/plans/actions.ts":
    'import { listPlans } from "@/lib/services/plans";\nexport const act = listPlans;',
  "components/form.ts": 'import { act } from "@/app/plans/actions";\nexport const form = act;',
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "loadline-law-"));
  write(
    "package.json",
    JSON.stringify({
      type: "module",
      dependencies: { next: "1", react: "1", zod: "1" },
      devDependencies: { vitest: "1" },
    }),
  );
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: { module: "esnext", moduleResolution: "bundler", paths: { "@/*": ["./*"] } },
    }),
  );
  for (const name of ["react", "zod", "vitest"]) installPackage(name);
  write("node_modules/next/package.json", JSON.stringify({ name: "next" }));
  write("node_modules/next/cache.js", "export const anything = 1;");
  for (const [path, content] of Object.entries({ ...allowed, ...importing, ...naming }))
    write(path, content);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the law of imports", () => {
  let lines: string[];
  beforeAll(() => {
    lines = checkImports(root).violations;
  });

  it.each([
    ["engine-packages", "lib/engine/react.ts"],
    ["engine-packages", "lib/engine/zod.ts"],
    ["engine-imports", "lib/engine/data.ts"],
    ["engine-imports", "lib/engine/data-types.ts"],
    ["generated-client-only-in-data", "lib/engine/data-types.ts"],
    ["engine-types", "lib/engine/schema-values.ts"],
    ["engine-node", "lib/engine/node.ts"],
    ["services-packages", "lib/services/next.ts"],
    ["apart-imports", "lib/apart/data.ts"],
    ["worker-packages", "lib/worker/next.ts"],
    ["app-imports", "app/worker.ts"],
    ["views-imports", "lib/views/data.ts"],
    ["catalog-imports", "lib/catalog/engine.ts"],
    ["components-imports", "components/window.ts"],
    ["components-imports", "components/lazy.ts"],
    ["app-imports", "app/prisma.ts"],
    ["product-imports-no-development-package", "app/test-only.ts"],
    ["no-cycles", "lib/views/about.ts"],
    ["resolves", "lib/views/lost.ts"],
    ["every-file-has-a-room", "lib/elsewhere/file.ts"],
    ["product-imports-no-tests", "scripts/tests.ts"],
  ])("%s catches %s", (rule, file) => {
    expect(lines).toContainEqual(expect.stringContaining(`${rule}: ${file} imports `));
  });

  it("lets the allowed imports pass", () => {
    const files = Object.keys(allowed).filter((file) => file !== "lib/views/about.ts");
    expect(
      lines.filter((line) => files.some((file) => line.includes(`: ${file} imports`))),
    ).toEqual([]);
  });
});

describe("the law of names", () => {
  it.each([
    ["engine-is-pure", "lib/engine/clock.ts", "Date"],
    ["engine-is-pure", "lib/engine/random.ts", "Math.random"],
    ["engine-is-pure", "lib/engine/log.ts", "console"],
    ["engine-is-pure", "lib/engine/ask.ts", "fetch"],
    ["engine-is-pure", "lib/engine/environment.ts", "process"],
    ["text-is-made-in-format", "lib/views/words.ts", "toLocaleString"],
    ["text-is-made-in-format", "lib/views/intl.ts", "Intl"],
    ["environment-is-read-in-env", "components/environment.ts", "process.env"],
  ])("%s catches %s", (rule, file, name) => {
    expect(checkNames(root)).toContain(`${rule}: ${file} uses ${name}`);
  });

  it("lets a file use names it declared itself", () => {
    expect(checkNames(root).filter((line) => line.includes("inner.ts"))).toEqual([]);
  });
});
