import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

type NameRule = { id: string; applies: (file: string) => boolean; names: readonly string[] };

const product = (file: string) => /^(app|components|lib)\//.test(file);

const rules: readonly NameRule[] = [
  {
    id: "engine-is-pure",
    applies: (file) => file.startsWith("lib/engine/"),
    names: [
      "Date",
      "Math.random",
      "Temporal",
      "console",
      "crypto",
      "document",
      "eval",
      "fetch",
      "globalThis",
      "localStorage",
      "navigator",
      "performance",
      "process",
      "queueMicrotask",
      "require",
      "setImmediate",
      "setInterval",
      "setTimeout",
      "window",
    ],
  },
  {
    id: "text-is-made-in-format",
    applies: (file) => product(file) && !/^lib\/format(\/|\.ts$)/.test(file),
    names: ["Intl", "toLocaleString", "toLocaleDateString", "toLocaleTimeString"],
  },
  {
    id: "environment-is-read-in-env",
    applies: (file) => product(file) && file !== "lib/env.ts",
    names: ["process.env"],
  },
];

/** Names of the platform that a room may not use; a name the file declares itself is its own. */
export function checkNames(root: string): string[] {
  return ["app", "components", "lib"]
    .flatMap((folder) => sourcesIn(root, folder))
    .flatMap((file) => {
      const forbidden = rules.filter(({ applies }) => applies(file));
      if (forbidden.length === 0) return [];
      const used = namesUsed(readFileSync(join(root, file), "utf8"), file);
      return forbidden.flatMap(({ id, names }) =>
        names.filter((name) => used.has(name)).map((name) => `${id}: ${file} uses ${name}`),
      );
    });
}

function sourcesIn(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((file) => !/\.test\.tsx?$|\/generated\/|\/testing\//.test(file));
  } catch {
    return [];
  }
}

function namesUsed(source: string, file: string): Set<string> {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      used.add(`${node.expression.getText(tree)}.${node.name.text}`);
      if (node.name.text.startsWith("toLocale")) used.add(node.name.text);
    }
    if (ts.isIdentifier(node)) {
      if (declaresVariable(node)) declared.add(node.text);
      else if (!namesMember(node)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return new Set([...used].filter((name) => !declared.has(name)));
}

function declaresVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isImportSpecifier(parent)) &&
    parent.name === node
  );
}

function namesMember(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (parent as { name?: ts.Node }).name === node;
}
