import { randomBytes } from "node:crypto";
import { inspect } from "node:util";

/** Logs a bug under a reference and gives the sentence that its user may see: the reference and no more. */
export function reportError(error: unknown): string {
  const reference = randomBytes(3).toString("hex");
  const detail = inspect(error, { depth: 3, breakLength: Number.POSITIVE_INFINITY });
  console.error(JSON.stringify({ at: new Date().toISOString(), reference, detail }));
  return `Something went wrong on the server. Nothing was changed. Reference ${reference}.`;
}
