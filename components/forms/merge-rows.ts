/** A row's body as plain data: what a form edits and a save sends. */
export type Body = Readonly<Record<string, unknown>>;

export type Clash = {
  /** Dotted path inside the row. */
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
};

export type Merge = {
  /** Theirs, with what only I changed; where both changed, mine. */
  readonly merged: Body;
  readonly clashes: readonly Clash[];
  /** Paths that only they changed. */
  readonly taken: readonly string[];
};

export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isBranch(a) || !isBranch(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameData(a[key], b[key]));
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** A figure and a list are one value each: half of one person's source beside another's number is neither's. */
function splits(value: unknown): value is Body {
  return isBranch(value) && !Array.isArray(value) && !("evidence" in value);
}

function kindOf(value: unknown): unknown {
  return isBranch(value) ? value.kind : undefined;
}

/** What the row becomes when I and somebody else changed it from the same base. */
export function mergeRows(base: Body, mine: Body, theirs: Body): Merge {
  const clashes: Clash[] = [];
  const taken: string[] = [];
  function merge(path: string, was: unknown, my: unknown, their: unknown): unknown {
    if (sameData(my, their) || sameData(was, their)) return my;
    if (sameData(was, my)) {
      taken.push(path);
      return their;
    }
    const sameKind = kindOf(my) === kindOf(their) && kindOf(my) === kindOf(was);
    if (sameKind && splits(was) && splits(my) && splits(their)) {
      return mergeFields(path, was, my, their);
    }
    clashes.push({ path, mine: my, theirs: their });
    return my;
  }
  function mergeFields(path: string, was: Body, my: Body, their: Body): Body {
    const keys = new Set([...Object.keys(their), ...Object.keys(my)]);
    const fields = [...keys].map(
      (key) =>
        [key, merge(path === "" ? key : `${path}.${key}`, was[key], my[key], their[key])] as const,
    );
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  return { merged: mergeFields("", base, mine, theirs), clashes, taken };
}
