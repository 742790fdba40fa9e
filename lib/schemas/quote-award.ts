import * as z from "zod/mini";
import { storableText } from "./text";
import { unrepeated } from "./unrepeated";
import { uuid } from "./uuid";

const servers = z.int().check(z.gte(0), z.lte(100_000));
const reason = z
  .string()
  .check(z.trim(), z.minLength(1, "Say why: it is read later."), z.maxLength(2000), storableText);
/** The one that was on screen: an award of another is refused. */
const revision = z.int().check(z.gte(1), z.lte(2_000_000_000));
type Share = { readonly quoteId: string; readonly servers: number };

export const awardInput = z.strictObject({
  /** The client's, so that a form sent twice makes one award. */
  id: uuid,
  planId: uuid,
  reason,
  /**
   * Who gets how many servers; one is the whole order, several split it. An offer that gets none says its
   * revision too: what is declined is what was compared.
   */
  shares: z.array(z.strictObject({ quoteId: uuid, servers, revision })).check(
    z.refine((shares) => shares.some((share) => share.servers > 0), {
      error: "Choose at least one offer.",
    }),
    z.maxLength(50),
    unrepeated<Share>(
      ({ quoteId }) => quoteId,
      () => "An offer gets its servers once. Put them together.",
    ),
  ),
});
export type AwardInput = z.infer<typeof awardInput>;

export const undoAwardInput = z.strictObject({
  planId: uuid,
  /** The one that was on screen. */
  awardId: uuid,
  reason,
});
export type UndoAwardInput = z.infer<typeof undoAwardInput>;

export const saveMemoInput = z.strictObject({
  planId: uuid,
  /** The version that was changed; null for the first. */
  expectedVersion: z.nullable(z.int().check(z.gte(1), z.lte(2_000_000_000))),
  body: z
    .string()
    .check(z.minLength(1, "Write the memo first."), z.maxLength(100_000), storableText),
});

export type Award = {
  readonly id: string;
  readonly reason: string;
  readonly by: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Null while it holds. */
  readonly undone: {
    readonly by: string | null;
    readonly at: string;
    readonly reason: string;
  } | null;
  /** Every offer that was compared; one with no servers was declined. */
  readonly quotes: readonly {
    readonly quoteId: string;
    readonly servers: number;
    readonly revision: number;
  }[];
};

export type Memo = {
  readonly version: number;
  /** The plan's when it was saved; null where the plan's history does not say. */
  readonly planVersion: number | null;
  readonly body: string;
  readonly by: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
};
