import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from "pino";
import { type LogSettings, logSettings } from "@/lib/env";
import { readableLine } from "./readable-line";
import { redaction } from "./redact";
import { currentRequest } from "./request-scope";
import { safeError } from "./safe-error";

export type Log = Logger;

/** A log that writes to `to`; each line of a request carries its id and its caller. */
export function makeLog(
  { format, level }: Pick<LogSettings, "format" | "level">,
  to: DestinationStream,
): Log {
  const readable = { write: (line: string) => to.write(readableLine(line)) };
  return pino(
    {
      level,
      base: null,
      redact: redaction,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: safeError },
      mixin: () => {
        const scope = currentRequest();
        return scope ? { requestId: scope.requestId, ...scope.caller } : {};
      },
    },
    format === "json" ? to : readable,
  );
}

// Next bundles this module several times: the process has one log.
const shared = globalThis as typeof globalThis & { loadlineLog?: Log };

export function log(): Log {
  if (!shared.loadlineLog) {
    const settings = logSettings();
    shared.loadlineLog = makeLog(settings, destination({ dest: settings.fd, sync: true }));
  }
  return shared.loadlineLog;
}
