/** PostgreSQL's code for a full disk, and Node's. */
const codes = new Set<unknown>(["53100", "ENOSPC", "EDQUOT"]);
const holders = ["cause", "meta", "driverAdapterError"] as const;

/** Whether an error says, however deep inside, that there is no room left to write to. */
export function isDiskFull(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > holders.length * 2) return false;
  const held = error as Readonly<Record<string, unknown>>;
  if (codes.has(held.code) || codes.has(held.originalCode)) return true;
  return holders.some((name) => isDiskFull(held[name], depth + 1));
}
