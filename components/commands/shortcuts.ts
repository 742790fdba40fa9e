import type { Command } from "./commands";

const sequenceMs = 1200;
const storedAs = "loadline.single-keys";

/** One press: which keys were pressed before it, and when the last of them was. */
export type Pressed = { readonly keys: readonly string[]; readonly at: number };

export const noneBefore: Pressed = { keys: [], at: 0 };

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey"> & {
  readonly getModifierState?: (key: string) => boolean;
};

/** "mod+k", "g", "?"; null for a press that no shortcut has. */
export function keyOf(event: KeyPress): string | null {
  if (event.key.length !== 1) return null;
  // AltGr, which writes brackets on many keyboards, also counts as Ctrl and Alt.
  const writes = event.getModifierState?.("AltGraph") ?? false;
  if (!writes && (event.ctrlKey || event.metaKey)) {
    return event.altKey ? null : `mod+${event.key.toLowerCase()}`;
  }
  // On a Mac, Option writes brackets too.
  if (!writes && event.altKey && /[a-z0-9]/i.test(event.key)) return null;
  return event.key;
}

/** The command whose keys end with this press, and what is pressed so far where one may follow. */
export function press(
  offered: readonly Command[],
  before: Pressed,
  now: { readonly key: string; readonly at: number },
): { readonly command: Command | null; readonly pressed: Pressed } {
  const begun = now.at - before.at <= sequenceMs ? before.keys : [];
  for (const keys of begun.length > 0 ? [[...begun, now.key], [now.key]] : [[now.key]]) {
    const typed = keys.join(" ");
    const command = offered.find(({ shortcut }) => shortcut === typed);
    if (command) return { command, pressed: noneBefore };
    if (offered.some(({ shortcut }) => shortcut?.startsWith(`${typed} `))) {
      return { command: null, pressed: { keys, at: now.at } };
    }
  }
  return { command: null, pressed: noneBefore };
}

/** A press there writes, or belongs to what is open. */
export function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const writes = "input:not([type=radio],[type=checkbox],[type=range]),textarea,select";
  return (
    target.closest(`${writes},[contenteditable=true],[role=menu],[role=listbox]`) !== null ||
    target.closest("[role=dialog]") !== null
  );
}

export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(storedAs) !== "off";
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(storedAs, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing: the choice holds until the page is left.
  }
}

/** The parts of a shortcut as keycaps. */
export function keyCaps(shortcut: string, mac: boolean): readonly string[] {
  return shortcut
    .split(" ")
    .flatMap((key) =>
      key.startsWith("mod+") ? [mac ? "⌘" : "Ctrl", key.slice(4).toUpperCase()] : [key],
    );
}
