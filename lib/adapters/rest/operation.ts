import type * as z from "zod/mini";
import type { KeyContext } from "@/lib/auth/api-key";
import type { ProblemName } from "./problem-kinds";

export type RestMethod = "GET" | "POST" | "PUT" | "DELETE";

/** A request, read and checked as far as its operation says. */
export type RestRequest<Query = unknown> = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The JSON that was sent, not yet held against a schema: its service does that. */
  readonly body: unknown;
  /** The same as it was sent. */
  readonly text: string;
  /** Of If-Match; 0 where the operation asks for none. */
  readonly version: number;
};

export type RestAnswer<Body = unknown> = {
  readonly body: Body;
  /** Goes out as the ETag. */
  readonly version?: number;
  /** Where a new resource is found, from /api/v1 on. */
  readonly location?: string;
  /** The address of the next page, from /api/v1 on. */
  readonly next?: string | undefined;
};

/** One thing that the API does: drives the routes, the document, the reference page and its test. */
export type Operation = {
  readonly id: string;
  readonly method: RestMethod;
  /** Below /api/v1, with `{names}` for what varies. */
  readonly path: `/${string}`;
  readonly group: string;
  readonly summary: string;
  readonly description: string;
  /** What a key must be allowed; `public` takes none. */
  readonly access: "public" | "read" | "write";
  readonly query: z.ZodMiniType;
  readonly body?: {
    readonly schema: z.ZodMiniType;
    readonly description: string;
    readonly example: unknown;
    /** Where the paths of messages begin: at a plan in the body, or at a row that is the body. */
    readonly holds: "plan" | "row" | "settings";
  };
  /** Whether a change must name the version it is made over. */
  readonly needsVersion?: true;
  /** Stores nothing, so a repeat needs no memory. */
  readonly isPure?: true;
  readonly answer: {
    readonly status: 200 | 201 | 204;
    readonly description: string;
    readonly schema: z.ZodMiniType | null;
    readonly hasVersion?: true;
    readonly isPage?: true;
  };
  /** Beyond those that any operation of its kind may answer. */
  readonly problems: readonly ProblemName[];
  readonly run: (ctx: KeyContext, request: RestRequest<never>) => Promise<RestAnswer>;
};

type Told<Query, Body> = Omit<Operation, "run" | "query" | "answer"> & {
  readonly query: z.ZodMiniType<Query>;
  readonly answer: Omit<Operation["answer"], "schema"> & {
    /** Null where the answer has no body. */
    readonly schema: z.ZodMiniType<Body> | null;
  };
  readonly run: (ctx: KeyContext, request: RestRequest<Query>) => Promise<RestAnswer<Frozen<Body>>>;
};

/** Answers are read, never changed, so what is readonly all the way down will do. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** An operation whose answer is held against its schema by the compiler. */
export const operation = <Query, Body>(told: Told<Query, Body>): Operation =>
  told as unknown as Operation;
