import { createHash } from "node:crypto";

/** The same row of a source has the same id each time, whatever its price, its date or its place in the file. */
export function stableId(source: string, ...names: readonly string[]): string {
  const slug = names
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .slice(0, 38)
    .replace(/^-|-$/g, "");
  const hash = createHash("sha256")
    .update(JSON.stringify([source, ...names]))
    .digest("hex");
  return `${source}-${slug}-${hash.slice(0, 10)}`;
}
