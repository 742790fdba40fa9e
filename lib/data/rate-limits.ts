import { globalDb, globalTransaction } from "./client";

export type Limit = { readonly key: string; readonly tries: number; readonly pauseMs: number };

/**
 * Counts a try and says how long to wait first: 0 while there are tries left. The first try opens a window
 * of `pauseMs`; the last one that is allowed opens it anew, so the pause is as long as it says.
 */
export function countTry({ key, tries, pauseMs }: Limit): Promise<number> {
  return globalTransaction(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
    const [window] = await tx.$queryRaw<{ count: number; leftMs: number }[]>`
      select count, ceil(extract(epoch from
        window_start_at + ${pauseMs} * interval '1 millisecond' - now()) * 1000)::int as "leftMs"
      from rate_limit where key = ${key} order by window_start_at desc limit 1`;
    const open = window !== undefined && window.leftMs > 0 ? window : undefined;
    if (open && open.count >= tries) return open.leftMs;
    const count = (open?.count ?? 0) + 1;
    if (!open || count === tries) {
      await tx.rateLimit.deleteMany({ where: { key } });
      await tx.$queryRaw`insert into rate_limit (key, window_start_at, count) values (${key}, now(), ${count})`;
    } else await tx.rateLimit.updateMany({ where: { key }, data: { count } });
    return 0;
  });
}

/** Forgets the tries, as after a right password. */
export async function forgetTries(key: string): Promise<void> {
  await globalDb.rateLimit.deleteMany({ where: { key } });
}

/** Windows this old limit nothing any more. */
export async function removeTriesBefore(date: Date): Promise<void> {
  await globalDb.rateLimit.deleteMany({ where: { windowStartAt: { lt: date } } });
}

/**
 * Takes this many calls of the current minute at once and gives the number taken in it so far, these included.
 * Its windows are swept out with the others.
 */
export async function takeCalls(key: string, calls: number): Promise<number> {
  const [window] = await globalDb.$queryRaw<{ count: number }[]>`
    insert into rate_limit (key, window_start_at, count)
    values (${key}, date_trunc('minute', now()), ${calls})
    on conflict (key, window_start_at) do update set count = rate_limit.count + excluded.count
    returning count`;
  return window?.count ?? calls;
}
