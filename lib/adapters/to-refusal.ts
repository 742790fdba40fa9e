import { reportError } from "@/lib/auth/report-error";
import { AppError } from "@/lib/errors";
import type { Refusal } from "./action-result";

/** Prisma's and Node's codes for a database that cannot be reached or has no connection to give. */
const unreachable = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
]);

const codeOf = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

/** The one place where an error becomes words: ours are passed on, a bug is logged and stays unseen. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof AppError) {
    const { code, message, fields, conflict } = error;
    const more = { ...(fields && { fields }), ...(conflict && { conflict }) };
    return { ok: false, code, message, ...more };
  }
  const message = reportError(error);
  return unreachable.has(codeOf(error))
    ? {
        ok: false,
        code: "UNAVAILABLE",
        message: "The database does not answer. Nothing was changed. Try again in a moment.",
      }
    : { ok: false, code: "UNAVAILABLE", message };
}
