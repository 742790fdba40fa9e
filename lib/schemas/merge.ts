import { segmentOf } from "./walk";

/** A part of a plan as plain data: what a form edits and a save sends. */
export type Body = Readonly<Record<string, unknown>>;

export type Clash = {
  /** Dotted path inside the part, rows of a list by their names. */
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

/** A figure is one value: half of one person's source beside another's number is neither's. */
export function isGroup(value: unknown): value is Body {
  return isBranch(value) && !Array.isArray(value) && !("evidence" in value);
}

/** What makes two groups of fields incomparable: curves or throughputs of different kinds. */
const kindOf = (value: unknown): unknown =>
  isBranch(value) ? [value.kind, value.basis].join() : undefined;

/** Whether both are groups of the same kind, so that their fields may be told apart. */
export const isSameKind = (a: unknown, b: unknown): boolean =>
  isGroup(a) && isGroup(b) && kindOf(a) === kindOf(b);

/** The names of a list's rows, where every row has one; undefined for a list that is one value. */
export function namesOfRows(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.map(segmentOf);
  return names.some((name) => /^\d+$/.test(name)) ? undefined : names;
}

const join = (path: string, key: string) => (path === "" ? key : `${path}.${key}`);

type Three = readonly [was: unknown, mine: unknown, theirs: unknown];

/** What a part becomes when I and somebody else changed it from the same base. */
export function mergeBodies(base: Body, mine: Body, theirs: Body): Merge {
  const clashes: Clash[] = [];
  const taken: string[] = [];
  function merge(path: string, [was, my, their]: Three): unknown {
    if (sameData(my, their) || sameData(was, their)) return my;
    if (sameData(was, my)) {
      taken.push(path);
      return their;
    }
    if (isSameKind(was, my) && isSameKind(was, their))
      return mergeFields(path, was as Body, my as Body, their as Body);
    const names = namesOfRows(was);
    if (names && [my, their].every((rows) => sameData(namesOfRows(rows), names)))
      return names.map((name, index) =>
        merge(
          join(path, name),
          [was, my, their].map((rows) => (rows as unknown[])[index]) as never,
        ),
      );
    clashes.push({ path, mine: my, theirs: their });
    return my;
  }
  function mergeFields(path: string, was: Body, my: Body, their: Body): Body {
    const keys = new Set([...Object.keys(their), ...Object.keys(my)]);
    const fields = [...keys].map(
      (key) => [key, merge(join(path, key), [was[key], my[key], their[key]])] as const,
    );
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  return { merged: mergeFields("", base, mine, theirs), clashes, taken };
}

export type ChangedField = {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** The fields in which two states of a part differ, told apart as a merge tells them apart. */
export function changedFields(before: Body, after: Body): readonly ChangedField[] {
  const changed: ChangedField[] = [];
  function compare(path: string, was: unknown, is: unknown): void {
    if (sameData(was, is)) return;
    const names = namesOfRows(was);
    if (isSameKind(was, is)) compareFields(path, was as Body, is as Body);
    else if (names && sameData(namesOfRows(is), names))
      for (const name of names) compare(join(path, name), valueAt(was, name), valueAt(is, name));
    else changed.push({ path, before: was, after: is });
  }
  function compareFields(path: string, was: Body, is: Body): void {
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)]))
      compare(join(path, key), was[key], is[key]);
  }
  compareFields("", before, after);
  return changed;
}

/** What stands at a path; undefined where there is nothing. */
export function valueAt(body: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[indexOf(value, key)];
    return isBranch(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, body);
}

/** The same with another value at a path; undefined takes the field out. A path that leads nowhere changes nothing. */
export function withValueAt<Node>(node: Node, path: string, value: unknown): Node {
  const [key = "", ...rest] = path.split(".");
  const inside = (child: unknown) =>
    rest.length === 0 ? value : withValueAt(child, rest.join("."), value);
  if (Array.isArray(node)) {
    const index = indexOf(node, key);
    return node.map((row, at) => (at === index ? inside(row) : row)) as Node;
  }
  if (!isBranch(node)) return node;
  const next = inside(node[key]);
  const { [key]: _, ...others } = node as Record<string, unknown>;
  return (next === undefined ? others : { ...node, [key]: next }) as Node;
}

const indexOf = (rows: readonly unknown[], key: string) =>
  rows.findIndex((row, index) => segmentOf(row, index) === key);
