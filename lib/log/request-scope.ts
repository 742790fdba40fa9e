import { AsyncLocalStorage } from "node:async_hooks";

/** Who asks in a request, as far as it is known by now. */
export type Caller = {
  readonly orgId: string;
  readonly userId: string;
  readonly apiKeyId?: string;
};

/** What belongs to one request from its first byte to its log line. */
export type RequestScope = {
  readonly requestId: string;
  readonly nonce: string;
  caller?: Caller;
};

// Next bundles a module several times, and all of them must see the same request.
const shared = globalThis as typeof globalThis & {
  loadlineRequests?: AsyncLocalStorage<RequestScope>;
};
shared.loadlineRequests ??= new AsyncLocalStorage();
const requests = shared.loadlineRequests;

/** The request that is being answered; undefined outside one. */
export const currentRequest = (): RequestScope | undefined => requests.getStore();

/** From here on everything that this request sets off belongs to it. */
export const enterRequest = (scope: RequestScope): void => requests.enterWith(scope);

/** Names the caller in the log lines of this request from here on. */
export function noteCaller({ orgId, userId, apiKeyId }: Caller): void {
  const scope = requests.getStore();
  if (scope) scope.caller = { orgId, userId, ...(apiKeyId ? { apiKeyId } : {}) };
}
