import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import type { OrgId } from "../auth/context";
import { env } from "../env";
import { Prisma, PrismaClient } from "./generated/client";
import { type Read, reader, readerIn } from "./reading";

/** What a repository works with: one transaction, which sees one organization. */
export type Transaction = Prisma.TransactionClient;

/** The tables that belong to no organization. */
export type GlobalDatabase = Pick<
  PrismaClient,
  "user" | "session" | "passwordReset" | "rateLimit" | "$queryRaw"
>;

const poolSettings = {
  max: 10,
  connectionTimeoutMillis: 5000,
  statement_timeout: 10_000,
  lock_timeout: 3000,
  idle_in_transaction_session_timeout: 15_000,
  // Prisma writes moments without their zone: the server's own would shift them.
  options: "-c timezone=UTC",
};
const transactionSettings = { maxWait: 5000, timeout: 15_000 };
const attempts = 3;

// A development server reloads this module: the pool must outlive it.
const shared = globalThis as typeof globalThis & {
  loadlinePool?: Pool;
  loadlinePrisma?: PrismaClient;
};

function pool(): Pool {
  shared.loadlinePool ??= new Pool({ connectionString: env().appDatabaseUrl, ...poolSettings }).on(
    "error",
    // An idle connection that breaks leaves the pool; who asks next learns what is wrong.
    () => {},
  );
  return shared.loadlinePool;
}

function client(): PrismaClient {
  shared.loadlinePrisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return shared.loadlinePrisma;
}

const isWriteConflict = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";

async function retryOnWriteConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isWriteConflict(error)) throw error;
    }
  }
}

const open = new AsyncLocalStorage<{ readonly orgId: OrgId; readonly tx: Transaction }>();

/** What `work` does through `withOrganization`, in however many services, becomes one transaction: all or nothing. */
export function inOneTransaction<T>(
  orgId: OrgId,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return withOrganization(orgId, (tx) => open.run({ orgId, tx }, () => work(tx)));
}

/**
 * The one door to an organization's rows. The organization is set for this transaction alone, so nothing
 * stays on the pooled connection. `work` may run again after a deadlock: it must touch only the database.
 */
export function withOrganization<T>(
  orgId: OrgId,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const joined = open.getStore();
  if (joined?.orgId === orgId) return work(joined.tx);
  return retryOnWriteConflict(() =>
    client().$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('app.org_id', ${orgId}, true)`;
      return work(tx);
    }, transactionSettings),
  );
}

/** The same door for a single statement that only reads, in one message to the database. */
export function readInOrganization(orgId: OrgId): Read {
  const joined = open.getStore();
  return joined?.orgId === orgId
    ? (words, ...values) => joined.tx.$queryRaw(words, ...values)
    : readerIn(pool, orgId);
}

/** Reads global tables and the functions that answer before an organization is known. */
export const readGlobal: Read = reader(pool);

/** Several statements on global tables, all or nothing. No organization's rows are visible. */
export function globalTransaction<T>(work: (tx: GlobalDatabase) => Promise<T>): Promise<T> {
  return retryOnWriteConflict(() => client().$transaction(work, transactionSettings));
}

/** Users, sessions, rate limits, and the functions that answer before an organization is known. */
export const globalDb: GlobalDatabase = {
  get user() {
    return client().user;
  },
  get session() {
    return client().session;
  },
  get passwordReset() {
    return client().passwordReset;
  },
  get rateLimit() {
    return client().rateLimit;
  },
  get $queryRaw() {
    const prisma = client();
    return prisma.$queryRaw.bind(prisma) as PrismaClient["$queryRaw"];
  },
};

export async function closeDatabase(): Promise<void> {
  await shared.loadlinePrisma?.$disconnect();
  await shared.loadlinePool?.end();
  delete shared.loadlinePrisma;
  delete shared.loadlinePool;
}
