import type { AppErrorCode, FieldConflict } from "@/lib/errors";

export type Refusal = {
  readonly ok: false;
  readonly code: AppErrorCode;
  /** A sentence for the user. */
  readonly message: string;
  /** What is wrong with which field, by path. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Of a CONFLICT about single fields: both values, who saved the other one, and when. */
  readonly conflict?: FieldConflict;
};

/** What every server action answers. */
export type ActionResult<T> = { readonly ok: true; readonly data: T } | Refusal;
