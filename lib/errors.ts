export type AppErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "INVALID"
  | "UNAVAILABLE";

/** A broken rule that the caller is told about. Anything else thrown is a bug and is never shown. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  /** What is wrong with which field, by path. */
  readonly fields?: Readonly<Record<string, string>>;

  constructor(
    code: AppErrorCode,
    message: string,
    options: { readonly fields?: Readonly<Record<string, string>>; readonly cause?: unknown } = {},
  ) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.name = "AppError";
    this.code = code;
    if (options.fields) this.fields = options.fields;
  }
}
