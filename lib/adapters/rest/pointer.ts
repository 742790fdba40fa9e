import { isRecord, segmentOf } from "@/lib/schemas/walk";

const rowLists = ["workloads", "options", "scenarios"];
const escaped = (segment: string) => segment.replaceAll("~", "~0").replaceAll("/", "~1");

/** Where the path of a message lies in the body that was sent, as RFC 6901 writes it; undefined where nowhere. */
export function pointerInto(
  body: unknown,
  path: string,
  holds: "plan" | "row" | "settings",
): string | undefined {
  const segments = path === "" ? [] : path.split(".");
  if (holds === "row" && rowLists.includes(segments[0] ?? ""))
    return walked(body, segments.slice(2));
  const inFile = isRecord(body) && isRecord(body.plan) && Object.hasOwn(body, "loadline");
  if (inFile && !Object.hasOwn(body, segments[0] ?? "")) {
    const pointer = walked(body.plan, segments);
    return pointer === undefined ? undefined : `/plan${pointer}`;
  }
  return walked(body, segments);
}

/** Rows are named by id in a path, by place in a pointer; a field that is missing is pointed at where it belongs. */
function walked(value: unknown, segments: readonly string[]): string | undefined {
  const [first, ...rest] = segments;
  if (first === undefined) return "";
  const at = Array.isArray(value) ? value.findIndex((row, i) => segmentOf(row, i) === first) : -1;
  const key = Array.isArray(value) ? (at === -1 ? undefined : String(at)) : first;
  if (key === undefined || (!isRecord(value) && !Array.isArray(value))) return undefined;
  const inner = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  const below = inner === undefined && rest.length === 0 ? "" : walked(inner, rest);
  return below === undefined ? undefined : `/${escaped(key)}${below}`;
}
