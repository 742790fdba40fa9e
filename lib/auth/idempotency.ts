import { createHash } from "node:crypto";
import { inOneTransaction } from "@/lib/data/client";
import {
  claimRequest,
  findAnswer,
  removeAnswersBefore,
  type StoredAnswer,
  storeAnswer,
} from "@/lib/data/idempotency-records";
import { AppError } from "@/lib/errors";
import type { KeyContext } from "./api-key";

export type { StoredAnswer } from "@/lib/data/idempotency-records";

/** What makes two requests the same: their key and all that they ask for. */
export type RepeatableRequest = { readonly key: string; readonly asked: readonly string[] };

const keptMs = 24 * 60 * 60 * 1000;
const inProgress = "The first request with this Idempotency-Key is still being answered.";
const otherRequest =
  "This Idempotency-Key came with another request in the last 24 hours. Use a new key for a new request.";

/**
 * Answers a request once: its effect and its answer are one transaction, and whoever repeats it waits for
 * that and gets the same answer. A refusal stores nothing, so a mended request may come with the same key.
 */
export async function answerOnce(
  { orgId, apiKeyId }: KeyContext,
  { key, asked }: RepeatableRequest,
  answer: () => Promise<StoredAnswer>,
): Promise<{ readonly answer: StoredAnswer; readonly replayed: boolean }> {
  const request = { apiKeyId, key };
  const requestHash = createHash("sha256").update(JSON.stringify(asked)).digest("hex");
  try {
    return await inOneTransaction(orgId, async (tx) => {
      await removeAnswersBefore(tx, orgId, { date: new Date(Date.now() - keptMs), request });
      if (await claimRequest(tx, orgId, { ...request, requestHash })) {
        const made = await answer();
        await storeAnswer(tx, orgId, { request, answer: made });
        return { answer: made, replayed: false };
      }
      const held = await findAnswer(tx, orgId, request);
      if (!held) throw busy();
      if (held.requestHash !== requestHash)
        throw new AppError("INVALID", otherRequest, {
          fields: { "Idempotency-Key": otherRequest },
        });
      return { answer: held.answer, replayed: true };
    });
  } catch (error) {
    throw isLockTimeout(error) ? busy() : error;
  }
}

const busy = () => new AppError("CONFLICT", inProgress, { retryAfterSeconds: 1 });

/** PostgreSQL's 55P03, as Prisma passes it on. */
const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error && /55P03|lock timeout/.test(`${error.message}${JSON.stringify(error)}`);
