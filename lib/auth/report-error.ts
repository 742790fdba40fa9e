import { randomBytes } from "node:crypto";

/** Logs a bug under a reference and gives the sentence that its user may see: the reference and no more. */
export function reportError(error: unknown): string {
  const reference = randomBytes(3).toString("hex");
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ at: new Date().toISOString(), reference, detail }));
  return `Something went wrong on the server. Nothing was changed. Reference ${reference}.`;
}
