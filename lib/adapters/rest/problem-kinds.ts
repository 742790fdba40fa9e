/** Every kind of problem there is. The names are addresses on the reference page: they never change. */
export const problemKinds = {
  "malformed-request": {
    status: 400,
    title: "The request cannot be read",
    meaning: "The body is not JSON, or a header is not written as it must be.",
  },
  unauthenticated: {
    status: 401,
    title: "No valid API key",
    meaning:
      "The key is missing, mistyped, revoked or expired, or its maker is no member any more.",
  },
  forbidden: {
    status: 403,
    title: "Not allowed",
    meaning: "The key, or the member it acts for, may not do this.",
  },
  "not-found": {
    status: 404,
    title: "Not found",
    meaning:
      "There is nothing at this address, or it is another organization's: the two are answered alike.",
  },
  "method-not-allowed": {
    status: 405,
    title: "Method not allowed",
    meaning: "This address knows other methods. The header Allow names them.",
  },
  conflict: {
    status: 409,
    title: "Conflict",
    meaning:
      "The id is taken, or the first request with this Idempotency-Key is still being answered. Retry-After says when to try again.",
  },
  "stale-version": {
    status: 412,
    title: "Changed since it was read",
    meaning:
      "If-Match names another version than the one that is stored. Read again and repeat the change over currentVersion.",
  },
  "body-too-large": {
    status: 413,
    title: "Body too large",
    meaning: "A body has at most 1,000,000 bytes.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "Not JSON",
    meaning: "A body is sent with the header Content-Type: application/json.",
  },
  invalid: {
    status: 422,
    title: "Invalid",
    meaning:
      "A field will not do. Each entry of errors names one, with a JSON pointer into the body and what to enter instead.",
  },
  "version-required": {
    status: 428,
    title: "Version required",
    meaning: "A change names the version it is made over: send the ETag that was read as If-Match.",
  },
  "too-many-requests": {
    status: 429,
    title: "Too many requests",
    meaning: "Wait as many seconds as the header Retry-After says.",
  },
  "server-error": {
    status: 500,
    title: "Something went wrong on the server",
    meaning: "Nothing was changed. The log has the details under the header X-Request-Id.",
  },
  unavailable: {
    status: 503,
    title: "Not available now",
    meaning: "The database does not answer. Nothing was changed. Try again in a moment.",
  },
} as const;

export type ProblemName = keyof typeof problemKinds;
export const problemNames = Object.keys(problemKinds) as ProblemName[];

export const problemAddress = (name: ProblemName): string => `/api-docs#${name}`;
