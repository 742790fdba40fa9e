import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

export type Lock = { readonly release: () => void };

const SQLITE_BUSY = 5;

/** A file that nobody refers to is closed by the garbage collector, and its lock with it. */
const held = new Set<DatabaseSync>();

/**
 * Takes a file for this process alone, or says null when another has it.
 * The kernel frees it however the process ends, so it is never stale and two starters cannot both win.
 */
export function takeLock(path: string): Lock | null {
  const file = new DatabaseSync(path);
  try {
    file.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) return null;
    throw error;
  }
  held.add(file);
  return {
    release: () => {
      if (held.delete(file)) file.close();
    },
  };
}

/** Runs `work` when nobody else does, in whatever process. */
export async function withLock<T>(
  path: string,
  work: () => T | Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  let lock = takeLock(path);
  while (!lock) {
    signal?.throwIfAborted();
    await sleep(100);
    lock = takeLock(path);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
