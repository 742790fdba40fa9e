import { createHash } from "node:crypto";
import { DatabaseError, escapeLiteral, type Pool, type PoolClient } from "pg";

/** `read<Row>` followed by a statement in backticks; what stands in `${}` is sent as a text value. */
export type Read = <Row extends object>(
  words: TemplateStringsArray,
  ...values: readonly string[]
) => Promise<readonly Row[]>;

/**
 * Reads without Prisma, which takes longer over a small question than the database. For the few that every
 * request asks: each connection plans them once, as planning takes longer than answering.
 */
export const reader =
  (pool: () => Pool): Read =>
  (words, ...values) =>
    named(async () => {
      const { name, text } = statementOf(words);
      const planned = () => pool().query({ name, text, values: [...values] });
      return (await orUnplanned(planned, () => pool().query(text, [...values]))).rows;
    });

/**
 * The same in an organization. All statements go in one message, which is one transaction: the organization
 * is set for it alone.
 */
export const readerIn =
  (pool: () => Pool, orgId: string): Read =>
  (words, ...values) =>
    named(async () => {
      const { name, text } = statementOf(words);
      const door = `select set_config('app.org_id', ${escapeLiteral(orgId)}, true)`;
      const given = values.map(escapeLiteral);
      const planned = () =>
        onConnection(pool(), async (client) => {
          const isHeld = heldBy(client).has(name);
          const types = given.map(() => "text").join(", ");
          const plan = isHeld ? "" : `prepare "${name}"${types && ` (${types})`} as ${text}; `;
          const values = given.length > 0 ? ` (${given.join(", ")})` : "";
          const rows = lastRows(await client.query(`${plan}${door}; execute "${name}"${values}`));
          heldBy(client).add(name);
          return rows;
        });
      const unplanned = String.raw({ raw: words }, ...given);
      return orUnplanned(planned, async () =>
        lastRows(await pool().query(`${door}; ${unplanned}`)),
      );
    });

type Statement = { readonly name: string; readonly text: string };

const statements = new WeakMap<TemplateStringsArray, Statement>();

/** Named by what it says: Next bundles this module several times, and the connections are shared. */
function statementOf(words: TemplateStringsArray): Statement {
  const known = statements.get(words);
  if (known) return known;
  const text = words.reduce((before, word, at) => `${before}$${at}${word}`);
  const name = `read_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
  statements.set(words, { name, text });
  return { name, text };
}

const shared = globalThis as typeof globalThis & {
  loadlineHeldStatements?: WeakMap<PoolClient, Set<string>>;
};

function heldBy(client: PoolClient): Set<string> {
  shared.loadlineHeldStatements ??= new WeakMap();
  const held = shared.loadlineHeldStatements.get(client) ?? new Set();
  shared.loadlineHeldStatements.set(client, held);
  return held;
}

/** After a failure the connection is closed: what it holds is then unknown. */
async function onConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // The query that ran says what broke; without a listener Node would end the process over it.
  const ignore = () => {};
  client.on("error", ignore);
  let failed = true;
  try {
    const answer = await work(client);
    failed = false;
    return answer;
  } finally {
    client.off("error", ignore);
    client.release(failed);
  }
}

/** Several statements in one message have as many answers. */
const lastRows = (answers: unknown) =>
  (answers as readonly { readonly rows: [] }[]).at(-1)?.rows ?? [];

/** A pooler in front of the database may give each transaction another connection: nothing is held there. */
async function orUnplanned<T>(planned: () => Promise<T>, unplanned: () => Promise<T>): Promise<T> {
  try {
    return await planned();
  } catch (error) {
    const isMixedUp = error instanceof DatabaseError && /^(26000|42P05)$/.test(error.code ?? "");
    if (isMixedUp) return unplanned();
    throw error;
  }
}

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
