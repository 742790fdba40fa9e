import { type PriceSource, priceSources } from "@/lib/schemas/catalog-origin";
import { isoDate } from "@/lib/schemas/figure";
import { readArguments } from "./read-arguments";
import { Refused } from "./refused";

export type SourceFile = { readonly source: PriceSource; readonly path: string };

export type ImportCommand = SourceFile & {
  readonly observedOn: string | null;
  readonly provider: string | null;
  readonly against: SourceFile | null;
};

const example = "npm run -s loadline -- import litellm FILE --dry-run";
export const misusedImport = (what: string) => new Refused(2, `${what} Try: ${example}`);

const withValue = { "observed-on": null, provider: null, against: null };

/** `SOURCE FILE --dry-run` with its options. */
export function readImportCommand(args: readonly string[]): ImportCommand {
  const taken = { withValue, flags: ["dry-run"], misused: misusedImport };
  const { words, value, has } = readArguments(args, taken);
  const [source, path, ...rest] = words;
  if (rest[0] !== undefined) throw misusedImport(`"${rest[0]}" is one too many.`);
  if (path === undefined)
    throw misusedImport(source ? "The file is missing." : "The source is missing.");
  if (!has("dry-run"))
    throw misusedImport(
      "Without --dry-run the prices would be written. That needs the database of a running Loadline, which this command does not open: Import prices on its Catalog page writes them.",
    );
  return {
    source: sourceOf(source),
    path,
    observedOn: dateOf(value("observed-on")),
    provider: value("provider"),
    against: againstOf(value("against")),
  };
}

function sourceOf(name: string | undefined): PriceSource {
  const source = priceSources.find((known) => known === name);
  if (source) return source;
  throw misusedImport(`"${name}" is no source of prices. There are ${priceSources.join(", ")}.`);
}

function dateOf(text: string | null): string | null {
  if (text === null) return null;
  const today = new Date().toISOString().slice(0, 10);
  if (isoDate.safeParse(text).success && text <= today) return text;
  throw misusedImport(`--observed-on is "${text}". Write a day up to today as YYYY-MM-DD.`);
}

function againstOf(text: string | null): SourceFile | null {
  if (text === null) return null;
  const split = text.indexOf(":");
  if (split < 1 || split === text.length - 1)
    throw misusedImport(
      `--against is "${text}". Write SOURCE:FILE, for example openrouter:models.json.`,
    );
  return { source: sourceOf(text.slice(0, split)), path: text.slice(split + 1) };
}
