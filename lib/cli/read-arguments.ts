import { parseArgs } from "node:util";
import type { Refused } from "./refused";

type Taken = {
  /** Each with the one letter it also goes by, where it has one. */
  readonly withValue: Readonly<Record<string, string | null>>;
  readonly flags: readonly string[];
  readonly misused: (what: string) => Refused;
};

type Arguments = {
  readonly words: readonly string[];
  /** What an option was given, the last time that it was. */
  readonly value: (name: string) => string | null;
  readonly has: (flag: string) => boolean;
};

/** Words and options of a command, in any order, each option as `--name value` or `--name=value`. */
export function readArguments(
  args: readonly string[],
  { withValue, flags, misused }: Taken,
): Arguments {
  const options = Object.fromEntries([
    ...Object.entries(withValue).map(([name, short]) => [
      name,
      { type: "string", ...(short !== null && { short }) } as const,
    ]),
    ...flags.map((name) => [name, { type: "boolean" } as const]),
  ]);
  // Not strict: what is wrong is said in our words.
  const read = { args: [...args], options, strict: false, allowPositionals: true, tokens: true };
  const { tokens, positionals } = parseArgs({ ...read, tokens: true });
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const isFlag = flags.includes(name);
    if ((!isFlag && !(name in withValue)) || (isFlag && value !== undefined))
      throw misused(`"${inlineValue ? `${rawName}=${value}` : rawName}" is one too many.`);
    if (isFlag) values.set(name, "");
    else values.set(name, givenFor(rawName, value, misused));
  }
  const word = positionals.find((one) => one.startsWith("-"));
  if (word !== undefined) throw misused(`"${word}" is one too many.`);
  return {
    words: positionals,
    value: (name) => values.get(name) ?? null,
    has: (flag) => values.has(flag),
  };
}

function givenFor(name: string, value: string | undefined, misused: Taken["misused"]): string {
  // Behind one letter an equals sign is part of what Node reads as the value.
  const given = name.startsWith("--") ? value : value?.replace(/^=/, "");
  if (given === undefined || given === "" || given.startsWith("--"))
    throw misused(`${name} needs a value.`);
  return given;
}
