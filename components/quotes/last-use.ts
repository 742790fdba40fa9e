const storedAs = "loadline.quotes-used";

/** How the last quote was used: several of one plan are mostly used alike. */
export type LastUse = {
  readonly planId: string;
  /** The option that stays as it is; null where it took the prices itself, which the next quote must not. */
  readonly copiedId: string | null;
};

type Keep = Pick<Storage, "getItem" | "setItem">;

/** What this tab remembers until it is closed. */
export function lastUse(keep: () => Keep = () => sessionStorage): LastUse | null {
  try {
    const held: unknown = JSON.parse(keep().getItem(storedAs) ?? "null");
    if (typeof held !== "object" || held === null) return null;
    const { planId, copiedId } = held as Partial<LastUse>;
    return typeof planId === "string"
      ? { planId, copiedId: typeof copiedId === "string" ? copiedId : null }
      : null;
  } catch {
    return null;
  }
}

export function rememberUse(use: LastUse, keep: () => Keep = () => sessionStorage): void {
  try {
    keep().setItem(storedAs, JSON.stringify(use));
  } catch {
    // The next quote is asked about again.
  }
}

type Asked = {
  readonly planId: string;
  /** Ids of the options that may take the prices. */
  readonly options: readonly string[];
};

/** What a plan's dialog begins with: the same option left as it is, where it still is one. */
export function beginsWith(use: LastUse | null, { planId, options }: Asked): string | null {
  const { copiedId } = use?.planId === planId ? use : { copiedId: null };
  return copiedId !== null && options.includes(copiedId) ? copiedId : null;
}
