export type AppErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "INVALID"
  | "UNAVAILABLE";

/** What one of two values of a field does to the answer: the cheapest option and its cash over the horizon. */
export type EffectOnAnswer = { readonly optionName: string; readonly cash: number } | null;

/** Two people changed the same field: both values, and enough to choose between them. */
export type FieldConflict = {
  /** Who saved the other value; null where nobody knows. */
  readonly name: string | null;
  /** The key it came by, where it came by one. */
  readonly keyName: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly clashes: readonly {
    readonly path: string;
    readonly mine: unknown;
    readonly theirs: unknown;
    readonly effectOfMine: EffectOnAnswer;
    readonly effectOfTheirs: EffectOnAnswer;
  }[];
};

type Options = {
  readonly fields?: Readonly<Record<string, string>>;
  readonly currentVersion?: number | null;
  readonly retryAfterSeconds?: number;
  readonly conflict?: FieldConflict;
  readonly cause?: unknown;
};

/** A broken rule that the caller is told about. Anything else thrown is a bug and is never shown. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  /** What is wrong with which field, by path. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Of a CONFLICT between versions: the one that is stored now, or null where what it was of is gone. */
  readonly currentVersion?: number | null;
  /** Of an UNAVAILABLE or CONFLICT that passes: how long to wait before the same again. */
  readonly retryAfterSeconds?: number;
  /** Of a CONFLICT about single fields. */
  readonly conflict?: FieldConflict;

  constructor(code: AppErrorCode, message: string, options: Options = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.name = "AppError";
    this.code = code;
    const { fields, currentVersion, retryAfterSeconds, conflict } = options;
    if (fields) this.fields = fields;
    if (currentVersion !== undefined) this.currentVersion = currentVersion;
    if (conflict) this.conflict = conflict;
    if (retryAfterSeconds !== undefined) this.retryAfterSeconds = retryAfterSeconds;
  }
}
