/** What is typed between asking for the palette and its field; null while nobody waits for it. */
export type TypedEarly = { current: string | null };

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "preventDefault">;

/** Keeps a letter for the field on its way, so that it is no shortcut; false where nobody waits. */
export function keepTyped(event: Press, typed: TypedEarly): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (typed.current === null || key.length !== 1 || ctrlKey || metaKey || altKey) return false;
  event.preventDefault();
  typed.current += key;
  return true;
}
