import type { InputIssue } from "@/lib/schemas/check";
import { isRecord, segmentOf } from "@/lib/schemas/walk";

/**
 * A form names fields by place (`throughput.0.decodeTokensPerSecond`), a plan by row
 * (`options.cloud.throughput.claims.decodeTokensPerSecond`). `base` is the row's own path.
 */
export function pathOf(base: string, body: unknown, name: string): string {
  let value: unknown = body;
  const path = name.split(".").map((key) => {
    const row = Array.isArray(value) ? value[Number(key)] : undefined;
    const segment = Array.isArray(value) ? segmentOf(row, Number(key)) : key;
    value = Array.isArray(value) ? row : isRecord(value) ? value[key] : undefined;
    return segment;
  });
  return [...(base === "" ? [] : [base]), ...path].join(".");
}

function isControl(value: unknown): boolean {
  if (Array.isArray(value)) {
    return !value.some((row) => isRecord(row) && ("workloadId" in row || "id" in row));
  }
  return isRecord(value) && "evidence" in value && "value" in value;
}

/** The form's field that holds what a path names; a figure and a plain list are one field each. */
export function nameOf(base: string, body: unknown, path: string): string {
  const inside = base !== "" && path.startsWith(`${base}.`) ? path.slice(base.length + 1) : path;
  const name: string[] = [];
  let value: unknown = body;
  for (const key of inside.split(".")) {
    if (isControl(value)) break;
    const index = Array.isArray(value)
      ? value.findIndex((row, at) => segmentOf(row, at) === key)
      : -1;
    name.push(index >= 0 ? String(index) : key);
    value = index >= 0 ? (value as unknown[])[index] : isRecord(value) ? value[key] : undefined;
  }
  return name.join(".");
}

/** One message a field, the first found. */
export function messagesByName(
  issues: readonly InputIssue[],
  base: string,
  body: unknown,
): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  for (const { path, message } of issues) {
    const name = nameOf(base, body, path);
    if (!messages.has(name)) messages.set(name, message);
  }
  return messages;
}
