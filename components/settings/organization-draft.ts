import { sameData } from "@/lib/schemas/merge";

/** The settings while they are typed: a field that is absent stands at the product's default. */
export type Draft = Readonly<Record<string, unknown>>;

/** `undefined` takes the field out. */
export function withField(draft: Draft, name: string, value: unknown): Draft {
  const { [name]: _, ...rest } = draft;
  return value === undefined ? rest : { ...rest, [name]: value };
}

export type MergedDraft = {
  readonly draft: Draft;
  /** Their value of each field that both changed, and differently; the draft keeps mine. */
  readonly clashes: Draft;
};

/** Different fields both win; a figure is one field. */
export function mergeDraft(base: Draft, mine: Draft, theirs: Draft): MergedDraft {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)]);
  let draft: Draft = {};
  const clashes: Record<string, unknown> = {};
  for (const name of names) {
    const iChanged = !sameData(mine[name], base[name]);
    const theyChanged = !sameData(theirs[name], base[name]);
    if (iChanged && theyChanged && !sameData(mine[name], theirs[name]))
      clashes[name] = theirs[name];
    draft = withField(draft, name, iChanged ? mine[name] : theirs[name]);
  }
  return { draft, clashes };
}
