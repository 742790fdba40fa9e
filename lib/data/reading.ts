import { DatabaseError, escapeLiteral, type Pool } from "pg";

/** `read<Row>` followed by a statement in backticks; what stands in `${}` is sent as a text value. */
export type Read = <Row extends object>(
  words: TemplateStringsArray,
  ...values: readonly string[]
) => Promise<readonly Row[]>;

/**
 * Reads without Prisma, which takes longer over a small question than the database. For the few that every
 * request asks.
 */
export const reader =
  (pool: () => Pool): Read =>
  (words, ...values) => {
    const text = words.reduce((before, word, at) => `${before}$${at}${word}`);
    return named(async () => (await pool().query(text, [...values])).rows);
  };

/**
 * The same in an organization. Both statements go in one message, which is one transaction: the organization
 * is set for it alone.
 */
export const readerIn =
  (pool: () => Pool, orgId: string): Read =>
  (words, ...values) => {
    const statement = String.raw({ raw: words }, ...values.map(escapeLiteral));
    const door = `select set_config('app.org_id', ${escapeLiteral(orgId)}, true)`;
    return named(async () => {
      const answers: unknown = await pool().query(`${door}; ${statement}`);
      return (answers as readonly [unknown, { rows: [] }])[1].rows;
    });
  };

/** A connection that is lost or refused has a code that says so, as Prisma's errors have. */
async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isAnswer = error instanceof DatabaseError && !error.code?.startsWith("57P");
    if (isAnswer || (error instanceof Error && isConnectionCode(error))) throw error;
    throw Object.assign(new Error("The database did not answer.", { cause: error }), {
      code: "ECONNRESET",
    });
  }
}

const isConnectionCode = (error: Error) =>
  "code" in error && typeof error.code === "string" && /^E[A-Z]+$/.test(error.code);
