import { priceFileLimitBytes, tooLarge } from "./price-import";

/** A name that stands more than once in one object: `JSON.parse` would keep the last and say nothing. */
export type RepeatedName = {
  /** Where the object is: names and positions from the outside in. */
  readonly path: readonly (string | number)[];
  readonly name: string;
};

export type JsonText =
  | { readonly ok: true; readonly value: unknown; readonly repeated: readonly RepeatedName[] }
  | { readonly ok: false; readonly message: string };

const deepest = 64;
const repeatedLimit = 1000;

/** JSON of a price source: not empty, not larger or deeper than such files are, with what it repeats. */
export function readJsonText(text: string): JsonText {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.trim() === "") return refuse("This file is empty.");
  if (plain.length > priceFileLimitBytes) return refuse(tooLarge(plain.length));
  const found = scan(plain);
  if (found === null)
    return refuse(`This file is nested more than ${deepest} deep; no price file is.`);
  try {
    return { ok: true, value: JSON.parse(plain), repeated: found };
  } catch (error) {
    const place = /line \d+ column \d+/.exec(String(error))?.[0].replace(" column", ", column");
    return refuse(`This file is not JSON${place ? `: it breaks off at ${place}` : ""}.`);
  }
}

const refuse = (message: string): JsonText => ({ ok: false, message });

/** Names of an object, or null in a list; and the name or the position that is open now. */
type Level = { readonly names: Set<string> | null; at: string | number };

/** Walks the brackets and the names, without a call for each level. Null where it is too deep. */
function scan(text: string): readonly RepeatedName[] | null {
  const levels: Level[] = [];
  const repeated: RepeatedName[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const level = levels.at(-1);
    if (sign === '"') {
      const end = endOfString(text, at);
      if (level?.names && isName(text, end))
        note(text.slice(at, end), level.names, levels, repeated);
      at = end - 1;
    } else if (sign === "{") levels.push({ names: new Set(), at: "" });
    else if (sign === "[") levels.push({ names: null, at: 0 });
    else if (sign === "}" || sign === "]") levels.pop();
    else if (sign === "," && typeof level?.at === "number") level.at += 1;
    if (levels.length > deepest) return null;
  }
  return repeated;
}

/** The place after the closing quote. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function isName(text: string, end: number): boolean {
  let at = end;
  while (" \t\r\n".includes(text[at] ?? "x")) at += 1;
  return text[at] === ":";
}

function note(part: string, names: Set<string>, levels: Level[], repeated: RepeatedName[]): void {
  const name = unquoted(part);
  if (names.has(name) && repeated.length < repeatedLimit)
    repeated.push({ path: levels.slice(0, -1).map(({ at }) => at), name });
  names.add(name);
  const level = levels.at(-1);
  if (level) level.at = name;
}

function unquoted(part: string): string {
  try {
    return String(JSON.parse(part));
  } catch {
    return part;
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
