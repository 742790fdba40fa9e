import { inspect } from "node:util";
import { log } from "@/lib/log/logger";
import { currentRequest } from "@/lib/log/request-scope";

const logged = new WeakSet<object>();

/** What Next and libraries say to the console becomes lines of the log, each error once. */
export function logConsole(): void {
  console.error = (...said: unknown[]) => write("error", said);
  console.warn = (...said: unknown[]) => write("warn", said);
}

function write(level: "error" | "warn", said: readonly unknown[]): void {
  const error = said.find((part) => part instanceof Error);
  const words = said.filter((part) => part !== error).map(textOf);
  const message = words.join(" ").trim() || undefined;
  if (!error) log()[level](message ?? "");
  else if (!isLogged(error)) {
    log()[level]({ err: error }, message);
    numberAsRequest(error);
  }
}

function isLogged(error: Error): boolean {
  // What a page's second pass throws again is the first one's error, known by its number alone.
  const number = "digest" in error ? error.digest : undefined;
  if (logged.has(error) || (number !== undefined && number === currentRequest()?.requestId))
    return true;
  logged.add(error);
  return false;
}

/** Next shows the visitor an error's digest, asked for after it was logged: from here on, the request's id. */
function numberAsRequest(error: Error): void {
  const requestId = currentRequest()?.requestId;
  if (requestId && "digest" in error) Object.assign(error, { digest: requestId });
}

const textOf = (part: unknown) =>
  typeof part === "string"
    ? part
    : inspect(part, { depth: 2, breakLength: Number.POSITIVE_INFINITY });
