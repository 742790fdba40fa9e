import type { Operation } from "./operation";

export type Match =
  | { readonly kind: "operation"; readonly operation: Operation; readonly params: Params }
  | { readonly kind: "otherMethods"; readonly allowed: readonly string[] }
  | { readonly kind: "nowhere" };
type Params = Readonly<Record<string, string>>;

type Route = { readonly segments: readonly string[]; readonly operation: Operation };

/** Finds the operation for a method and a path below /api/v1. */
export function matcher(operations: readonly Operation[]) {
  const routes = operations.map((operation) => ({
    segments: operation.path.slice(1).split("/"),
    operation,
  }));
  return (method: string, path: string): Match => {
    const parts = path.replace(/^\//, "").split("/");
    const here = routes.flatMap((route) => {
      const params = paramsOf(route, parts);
      return params ? [{ operation: route.operation, params }] : [];
    });
    if (here.length === 0) return { kind: "nowhere" };
    const found = here.find(({ operation }) => operation.method === method);
    if (found) return { kind: "operation", ...found };
    return { kind: "otherMethods", allowed: allowedOf(here.map(({ operation }) => operation)) };
  };
}

const allowedOf = (operations: readonly Operation[]) =>
  operations.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]));

function paramsOf({ segments }: Route, parts: readonly string[]): Params | null {
  if (segments.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index] ?? "";
    if (segment.startsWith("{")) params[segment.slice(1, -1)] = decoded(part);
    else if (segment !== part) return null;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
