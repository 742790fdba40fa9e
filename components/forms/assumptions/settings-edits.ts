import { isRecord } from "@/lib/schemas/walk";
import { sameData } from "../merge-rows";

/** What is typed but not saved, by the name of its field (`assumptions.powerPrice`). */
export type Edits = Readonly<Record<string, { readonly value: unknown; readonly was: unknown }>>;

export function getIn(source: unknown, name: string): unknown {
  return name
    .split(".")
    .reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), source);
}

export function setIn<Source>(source: Source, name: string, value: unknown): Source {
  const [key = "", ...rest] = name.split(".");
  const inside = isRecord(source) ? source[key] : undefined;
  return { ...source, [key]: rest.length > 0 ? setIn(inside, rest.join("."), value) : value };
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
