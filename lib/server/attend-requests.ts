import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { log } from "@/lib/log/logger";
import { routeOf } from "@/lib/log/redact";
import { enterRequest, type RequestScope } from "@/lib/log/request-scope";
import { requestIdOf } from "./request-id";
import { running } from "./running-requests";
import { contentSecurityPolicy, securityHeaders } from "./security-headers";

type Started = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
};

const servers = new Set<Server>();
/** The servers that requests came to, for whoever stops them. */
export const attendedServers = (): ReadonlySet<Server> => servers;

const quiet = /^\/(_next\/|healthz$|readyz$|icon\.svg|favicon\.ico)/;

/**
 * Meets each request before Next does, so that whatever answers it, a page, a file, a redirect or an error,
 * leaves with its id and the security headers, and in one line of the log.
 */
export function attendRequests(): void {
  const { address, isProduction, proxies } = env();
  const serving = { isSecure: address?.startsWith("https://") ?? false, isProduction };
  const policyWith = contentSecurityPolicy(serving);
  const headers = Object.entries(securityHeaders(serving));
  subscribe("http.server.request.start", (message) => {
    const { request, response, server } = message as Started;
    servers.add(server);
    const scope: RequestScope = {
      requestId: requestIdOf(request.headers["x-request-id"], proxies > 0),
      nonce: randomBytes(16).toString("base64"),
    };
    const policy = policyWith(scope.nonce);
    tellNext(request, scope, policy);
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("X-Request-Id", scope.requestId);
    enterRequest(scope);
    follow(request, response, scope);
    if (!isText(request.url ?? "/")) request.url = nowhere;
  });
}

const nowhere = "/nowhere";

/** No text stands behind an address such as `/%E0`. Next fails on it; it is one more that nothing answers. */
function isText(url: string): boolean {
  try {
    decodeURIComponent(url.replace(/[?#].*$/, ""));
    return true;
  } catch {
    return false;
  }
}

/** Next takes the nonce for its scripts from the policy, pages take theirs from a header; callers have no say. */
function tellNext(request: IncomingMessage, { requestId, nonce }: RequestScope, policy: string) {
  request.headers["x-request-id"] = requestId;
  request.headers["x-nonce"] = nonce;
  request.headers["x-wanted-page"] = pageOf(request.url ?? "/");
  request.headers["content-security-policy"] = policy;
  delete request.headers["content-security-policy-report-only"];
}

/** The page that an address asks for; Next adds a mark of its own where it fetches one in the background. */
const pageOf = (url: string) => url.replace(/([?&])_rsc=[^&]*(&|$)/, "$1").replace(/[?&]$/, "");

function follow(request: IncomingMessage, response: ServerResponse, scope: RequestScope): void {
  const began = performance.now();
  const url = request.url ?? "";
  running.begin();
  if (running.isStopping) response.setHeader("Connection", "close");
  response.once("close", () => {
    running.end();
    const status = response.statusCode;
    const level = status >= 500 ? "warn" : quiet.test(url) ? "debug" : "info";
    const lines = log();
    if (!lines.isLevelEnabled(level)) return;
    lines[level]({
      requestId: scope.requestId,
      method: request.method,
      route: routeOf(url),
      status,
      ms: Math.round((performance.now() - began) * 10) / 10,
      ...(response.writableFinished ? {} : { aborted: true }),
      ...scope.caller,
    });
  });
}
