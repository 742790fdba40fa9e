import { log } from "@/lib/log/logger";
import { currentRequest } from "@/lib/log/request-scope";

/** Logs a bug and gives the sentence that its user may see: the number that finds it in the log and no more. */
export function reportError(error: unknown): string {
  const requestId = currentRequest()?.requestId;
  log().error({ err: error });
  const reference = requestId ? ` Error reference ${requestId}.` : "";
  return `Something went wrong on the server. Nothing was changed.${reference}`;
}
