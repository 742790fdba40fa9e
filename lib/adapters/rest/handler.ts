import { contextOfKey, type KeyContext } from "@/lib/auth/api-key";
import { callerAddress } from "@/lib/auth/caller-address";
import { answerOnce, type StoredAnswer } from "@/lib/auth/idempotency";
import { AppError } from "@/lib/errors";
import { parse } from "../parse";
import { matcher } from "./match";
import type { Operation, RestAnswer, RestRequest } from "./operation";
import { etagOf, idempotencyKeyOf, versionOf } from "./preconditions";
import { type Asked, toProblem } from "./problem";
import { readBody } from "./read-body";
import { RestError } from "./rest-error";

export const apiRoot = "/api/v1";

/** Answers every request below /api/v1 from the table of operations. */
export function restHandler(operations: () => readonly Operation[]) {
  let match: ReturnType<typeof matcher> | undefined;
  return async (request: Request): Promise<Response> => {
    match ??= matcher(operations());
    const url = new URL(request.url);
    const isHead = request.method === "HEAD";
    const found = match(isHead ? "GET" : request.method, url.pathname.slice(apiRoot.length));
    if (found.kind === "nowhere") return toProblem(nowhere());
    if (found.kind === "otherMethods") return otherMethods(request.method, found.allowed);
    const response = await answer(found.operation, request, { params: found.params, url });
    return isHead ? new Response(null, response) : response;
  };
}

const nowhere = () =>
  new RestError("not-found", "The API has nothing at this address. It is described at /api-docs.");

function otherMethods(method: string, allowed: readonly string[]): Response {
  const headers = { Allow: allowed.join(", ") };
  if (method === "OPTIONS")
    return new Response(null, {
      status: 204,
      headers: { ...headers, "Cache-Control": "no-store" },
    });
  return toProblem(
    new RestError(
      "method-not-allowed",
      `This address knows ${headers.Allow}, not ${method}.`,
      headers,
    ),
  );
}

type Place = { readonly params: Readonly<Record<string, string>>; readonly url: URL };

async function answer(operation: Operation, request: Request, place: Place): Promise<Response> {
  const asked: { -readonly [Key in keyof Asked]: Asked[Key] } = { holds: operation.body?.holds };
  try {
    const ctx = await callerOf(operation, request);
    const { searchParams } = place.url;
    const query = parse(operation.query, Object.fromEntries(searchParams));
    const version = operation.needsVersion ? versionOf(request.headers.get("if-match")) : 0;
    const key = idempotencyKeyOf(request.headers.get("idempotency-key"));
    const { body, text } = operation.body ? await readBody(request) : { body: undefined, text: "" };
    Object.assign(asked, { body, version });
    const run = async () =>
      toStored(operation, await operation.run(ctx, read as RestRequest<never>));
    const read: RestRequest = { params: place.params, query, body, text, version };
    if (operation.method !== "POST" || operation.isPure || key === undefined)
      return toResponse(await run());
    const repeatable = { key, asked: [operation.id, place.url.pathname, place.url.search, text] };
    const { answer: stored, replayed } = await answerOnce(ctx, repeatable, run);
    return toResponse(stored, replayed ? { "Idempotency-Replayed": "true" } : {});
  } catch (error) {
    return toProblem(error, asked);
  }
}

/** A public operation runs for nobody: it has no context to misuse. */
async function callerOf({ access }: Operation, { headers }: Request): Promise<KeyContext> {
  if (access === "public") return undefined as never;
  const caller = callerAddress(headers.get("x-forwarded-for"));
  const ctx = await contextOfKey(headers.get("authorization"), caller);
  if (access === "write" && ctx.role === "viewer")
    throw new AppError(
      "FORBIDDEN",
      "This key may only read: its scope is read, or the member it acts for is a viewer. Use a key with the scope write.",
    );
  return ctx;
}

function toStored(
  { answer: told }: Operation,
  { body, version, location, next }: RestAnswer,
): StoredAnswer {
  const headers: Record<string, string> = {
    ...(version === undefined ? {} : { ETag: etagOf(version) }),
    ...(location === undefined ? {} : { Location: `${apiRoot}${location}` }),
    ...(next === undefined ? {} : { Link: `<${apiRoot}${next}>; rel="next"` }),
  };
  return { status: told.status, headers, body: told.schema === null ? "" : JSON.stringify(body) };
}

function toResponse(
  { status, headers, body }: StoredAnswer,
  more: Readonly<Record<string, string>> = {},
): Response {
  const type = body === "" ? {} : { "Content-Type": "application/json" };
  return new Response(body === "" ? null : body, {
    status,
    headers: { ...type, "Cache-Control": "no-store", ...headers, ...more },
  });
}
