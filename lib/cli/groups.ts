/** Things by a name of theirs, in the order in which the names first come. */
export function groupsOf<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const name = nameOf(thing);
    const group = groups.get(name);
    if (group) group.push(thing);
    else groups.set(name, [thing]);
  }
  return [...groups];
}
