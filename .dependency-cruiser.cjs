// The law: which room may import which. `npm run layers` checks it; docs/architecture.md explains it.

const lib = (...rooms) => rooms.map((room) => `^lib/${room}(/|\\.ts$)`);
const generated = "^lib/data/generated/";

/**
 * Each room: its folder, the rooms it may import, the rooms it may import types from,
 * the packages it may use, and whether it may use Node's own modules.
 */
const rooms = {
  schemas: { at: "^lib/schemas/", packages: ["zod"] },
  engine: { at: "^lib/engine/", typesOf: lib("schemas") },
  catalog: {
    at: "^lib/catalog/",
    imports: [...lib("schemas"), "^prisma/catalog/[^/]+\\.json$"],
    packages: ["zod"],
  },
  errors: { at: "^lib/errors\\.ts$" },
  env: { at: "^lib/env(/|\\.ts$)", packages: ["zod"], node: true },
  log: { at: "^lib/log/", imports: lib("env"), packages: ["pino"], node: true },
  server: { at: "^lib/server/", imports: lib("env", "log", "data/(client|readiness)"), node: true },
  format: { at: "^lib/format(/|\\.ts$)", imports: lib("schemas/figure"), typesOf: lib("schemas") },
  data: {
    at: "^lib/data/",
    imports: lib("schemas", "errors", "env"),
    typesOf: lib("auth/context"),
    packages: ["@prisma/client", "@prisma/adapter-pg", "pg", "pg-boss"],
    node: true,
  },
  auth: {
    at: "^lib/auth/",
    imports: lib("data", "errors", "env", "schemas", "log"),
    packages: ["next-auth", "next", "react", "@node-rs/argon2"],
    node: true,
  },
  services: {
    at: "^lib/services/",
    imports: lib(
      "engine/index",
      "data",
      "catalog",
      "importers",
      "exporters",
      "apart",
      "schemas",
      "errors",
      "env",
      "auth/(api-key-token|context|gate|permissions|password|limits|secret|email|organization-id)",
    ),
  },
  views: {
    at: "^lib/views/",
    imports: lib("engine/index", "schemas", "format", "catalog"),
    typesOf: lib("engine/types"),
  },
  adapters: {
    at: "^lib/adapters/",
    imports: lib("auth", "schemas", "errors"),
    packages: ["next", "zod"],
    node: true,
  },
  importers: {
    at: "^lib/importers/",
    imports: lib("schemas", "errors"),
    typesOf: lib("catalog/schema"),
    packages: ["saxes"],
    node: true,
  },
  exporters: {
    at: "^lib/exporters/",
    imports: lib("schemas", "views", "format"),
    typesOf: lib("engine/types"),
    packages: ["fflate", "@react-pdf/renderer", "react", "pptxgenjs"],
    node: true,
  },
  apart: { at: "^lib/apart/", imports: lib("errors"), packages: ["saxes"], node: true },
  worker: {
    at: "^lib/worker/",
    imports: lib("services", "data", "schemas", "errors", "env", "log", "apart", "auth/context"),
    packages: ["pg-boss"],
  },
  cli: {
    at: "^lib/cli/",
    imports: lib(
      "engine/index",
      "schemas",
      "importers",
      "exporters",
      "views",
      "format",
      "catalog",
      "errors",
    ),
    typesOf: lib("engine/types"),
    node: true,
  },
  components: {
    at: "^components/",
    imports: [
      ...lib("views", "schemas", "format", "engine/index", "catalog", "importers/benchmark"),
      "^app/.*/actions\\.ts$",
    ],
    typesOf: lib("engine/types", "adapters"),
    packages: [
      "@base-ui/react",
      "@tanstack/react-table",
      "@tanstack/react-virtual",
      "@tiptap/react",
      "@tiptap/starter-kit",
      "chart.js",
      "clsx",
      "lucide-react",
      "next",
      "next-auth",
      "next-themes",
      "nuqs",
      "pdfjs-dist",
      "react",
      "react-dom",
      "react-hook-form",
      "react-markdown",
      "remark-gfm",
    ],
  },
  app: {
    at: "^app/",
    imports: [
      ...lib(
        "services",
        "views",
        "exporters",
        "adapters",
        "server",
        "auth",
        "schemas",
        "catalog",
        "format",
        "errors",
        "env",
      ),
      "^components/",
    ],
    typesOf: lib("engine/types"),
    packages: [
      "@base-ui/react",
      "@fontsource-variable/inter",
      "lucide-react",
      "next",
      "next-auth",
      "next-themes",
      "nuqs",
      "react",
    ],
  },
};

const test = "(\\.test\\.tsx?$)|(/testing/)";
const ours = "^(app|bench|components|e2e|lib|prisma|scripts)/";
const packageFolder = (name) => `node_modules/(@types/)?${name.replaceAll(".", "\\.")}/`;

const rulesOf = ([name, { at, imports = [], typesOf = [], packages = [], node = false }]) => {
  const from = { path: at, pathNot: test };
  const error = (kind, to) => ({ name: `${name}-${kind}`, severity: "error", from, to });
  return [
    error("imports", { path: ours, pathNot: [at, ...imports, ...typesOf] }),
    ...(typesOf.length === 0
      ? []
      : [
          error("types", {
            path: typesOf,
            pathNot: [at, ...imports],
            dependencyTypesNot: ["type-only"],
          }),
        ]),
    error("packages", { path: "node_modules/", pathNot: packages.map(packageFolder) }),
    ...(node ? [] : [error("node", { dependencyTypes: ["core"] })]),
  ];
};

module.exports = {
  forbidden: [
    ...Object.entries(rooms).flatMap(rulesOf),
    {
      name: "every-file-has-a-room",
      severity: "error",
      from: {
        path: "^lib/",
        pathNot: [...Object.values(rooms).map(({ at }) => at), test],
      },
      to: { path: ".*" },
    },
    {
      name: "generated-client-only-in-data",
      severity: "error",
      from: { pathNot: ["^lib/data/", "/testing/"] },
      to: { path: generated },
    },
    {
      name: "product-imports-no-tests",
      severity: "error",
      from: {
        path: "^(app|components|lib|prisma|scripts)/",
        pathNot: [test, "^scripts/pictures\\.ts$"],
      },
      to: { path: [test, "^(e2e|bench)/"] },
    },
    {
      name: "product-imports-no-development-package",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: test },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // Not `exclude`: an excluded client would vanish from the graph, and with it whoever imports it.
    doNotFollow: { path: ["node_modules", generated] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
