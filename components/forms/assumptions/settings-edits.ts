import type { Budget } from "@/lib/schemas/budget";
import type { ExchangeRate } from "@/lib/schemas/exchange-rate";
import { sameData } from "@/lib/schemas/merge";
import { isRecord, segmentOf } from "@/lib/schemas/walk";

/** What is typed but not saved, by the name of its field (`assumptions.powerPrice`). */
export type Edits = Readonly<Record<string, { readonly value: unknown; readonly was: unknown }>>;

export function getIn(source: unknown, name: string): unknown {
  return name
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        Array.isArray(value)
          ? value.find((row, at) => segmentOf(row, at) === key)
          : isRecord(value)
            ? value[key]
            : undefined,
      source,
    );
}

export function setIn<Source>(source: Source, name: string, value: unknown): Source {
  const [key = "", ...rest] = name.split(".");
  const inside = isRecord(source) ? source[key] : undefined;
  if (key === "budgets" && rest.length === 1)
    return { ...source, budgets: withBudget((inside ?? []) as readonly Budget[], rest[0], value) };
  if (key === "exchangeRates" && rest.length === 1)
    return {
      ...source,
      exchangeRates: withRate((inside ?? []) as readonly ExchangeRate[], rest[0], value),
    };
  if (rest.length === 0 && value === undefined) return without(source, key);
  return { ...source, [key]: rest.length > 0 ? setIn(inside, rest.join("."), value) : value };
}

/** A field that may be absent is taken out, not kept as undefined. */
function without<Source>(source: Source, key: string): Source {
  const kept = Object.entries(source ?? {}).filter(([name]) => name !== key);
  return Object.fromEntries(kept) as Source;
}

/** One year's budget is set alone, so that two people can enter different years; undefined takes it out. */
function withBudget(
  held: readonly Budget[],
  segment: string | undefined,
  value: unknown,
): readonly Budget[] {
  const others = held.filter((row, at) => segmentOf(row, at) !== segment);
  return value === undefined
    ? others
    : [...others, value as Budget].sort((a, b) => a.fiscalYear - b.fiscalYear);
}

/** One pair's rate, in its place or as the last. */
function withRate(
  held: readonly ExchangeRate[],
  segment: string | undefined,
  value: unknown,
): readonly ExchangeRate[] {
  const isIt = (row: ExchangeRate, at: number) => segmentOf(row, at) === segment;
  if (value === undefined) return held.filter((row, at) => !isIt(row, at));
  if (!held.some(isIt)) return [...held, value as ExchangeRate];
  return held.map((row, at) => (isIt(row, at) ? (value as ExchangeRate) : row));
}

export function withEdit(edits: Edits, base: unknown, name: string, value: unknown): Edits {
  const was = edits[name]?.was ?? getIn(base, name);
  return { ...edits, [name]: { value, was } };
}

export function withoutEdits(edits: Edits, names: readonly string[]): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([name]) => !names.includes(name)));
}

export function applyEdits<Base>(base: Base, edits: Edits, names: readonly string[]): Base {
  return names.reduce((next, name) => {
    const edit = edits[name];
    return edit ? setIn(next, name, edit.value) : next;
  }, base);
}

/** What was typed while a save was on its way stands on what was sent, once that is what is there. */
export function standingOnSent(edits: Edits, base: unknown, sent: unknown): Edits {
  const standing = Object.entries(edits).map(([name, edit]) => {
    const there = getIn(base, name);
    return [name, sameData(there, getIn(sent, name)) ? { ...edit, was: there } : edit] as const;
  });
  return Object.fromEntries(standing);
}

/** After somebody else saved: fields that both changed are asked about, the rest go on. */
export function rebased(
  edits: Edits,
  base: unknown,
): { readonly edits: Edits; readonly clashing: readonly string[] } {
  const kept = Object.entries(edits).filter(
    ([name, { value }]) => !sameData(getIn(base, name), value),
  );
  const clashing = kept
    .filter(([name, { was }]) => !sameData(getIn(base, name), was))
    .map(([name]) => name);
  const moved = kept.map(([name, edit]) => [name, { ...edit, was: getIn(base, name) }] as const);
  return { edits: Object.fromEntries(moved), clashing };
}
