import { AppError, type AppErrorCode } from "@/lib/errors";
import type { Problem } from "@/lib/schemas/rest";
import { toRefusal } from "../to-refusal";
import { pointerInto } from "./pointer";
import { type ProblemName, problemAddress, problemKinds } from "./problem-kinds";
import { RestError } from "./rest-error";

/** What of the request a message may be about. */
export type Asked = {
  readonly body?: unknown;
  readonly holds?: "plan" | "row" | "settings" | undefined;
  readonly version?: number;
};

const named: Record<AppErrorCode, ProblemName> = {
  UNAUTHENTICATED: "unauthenticated",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "not-found",
  CONFLICT: "conflict",
  INVALID: "invalid",
  UNAVAILABLE: "unavailable",
};

const unreachable = "The database does not answer.";

function nameOf(error: AppError): ProblemName {
  const { code, currentVersion, retryAfterSeconds } = error;
  if (code === "CONFLICT" && currentVersion === null) return "not-found";
  if (code === "CONFLICT" && currentVersion !== undefined) return "stale-version";
  if (code === "UNAVAILABLE" && retryAfterSeconds !== undefined) return "too-many-requests";
  return named[code];
}

/** Any error as RFC 9457 has it; a bug says no more than that there was one. */
export function toProblem(error: unknown, asked: Asked = {}): Response {
  if (error instanceof RestError)
    return respond(error.problem, { detail: error.message }, error.headers);
  if (!(error instanceof AppError)) {
    const { message } = toRefusal(error);
    return respond(message.startsWith(unreachable) ? "unavailable" : "server-error", {
      detail: message,
    });
  }
  const name = nameOf(error);
  const { retryAfterSeconds, currentVersion } = error;
  return respond(
    name,
    {
      detail: detailOf(name, error, asked),
      ...errorsOf(error, asked),
      ...(typeof currentVersion === "number" ? { currentVersion } : {}),
    },
    {
      ...(retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) }),
      ...(name === "unauthenticated" ? { "WWW-Authenticate": 'Bearer realm="Loadline"' } : {}),
    },
  );
}

/** The services speak of a form that is open; a script holds a version. */
function detailOf(name: ProblemName, { message, currentVersion }: AppError, asked: Asked): string {
  return name === "stale-version"
    ? `It was changed since it was read: version ${currentVersion} is stored, If-Match named ${asked.version}. Read it again and repeat the change.`
    : message;
}

function errorsOf({ fields }: AppError, { body, holds }: Asked): Pick<Problem, "errors"> {
  if (!fields) return {};
  const errors = Object.entries(fields).map(([field, message]) => {
    const pointer = holds ? pointerInto(body, field, holds) : undefined;
    return { ...(pointer === undefined ? {} : { pointer }), field, message };
  });
  return { errors };
}

function respond(
  name: ProblemName,
  members: Omit<Problem, "type" | "title" | "status">,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { status, title } = problemKinds[name];
  const problem: Problem = { type: problemAddress(name), title, status, ...members };
  return new Response(`${JSON.stringify(problem)}\n`, {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}
