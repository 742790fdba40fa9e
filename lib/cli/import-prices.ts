import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { counted } from "@/lib/format";
import { readLitellm } from "@/lib/importers/prices/litellm";
import { modelIdentity } from "@/lib/importers/prices/model-identity";
import { readOpenrouter } from "@/lib/importers/prices/openrouter";
import {
  type PriceImport,
  priceFileLimitBytes,
  tooLarge,
} from "@/lib/importers/prices/price-import";
import { priceSpreads } from "@/lib/importers/prices/price-spread";
import { cloudNames, readSkypilot } from "@/lib/importers/prices/skypilot";
import { isoDate } from "@/lib/schemas/figure";
import { type ImportCommand, readImportCommand, type SourceFile } from "./import-command";
import { readBytes } from "./read-bytes";
import { Refused } from "./refused";
import { spreadWords } from "./spread-words";

export const importHelp = `  npm run -s loadline -- import SOURCE FILE --dry-run
                                                     what a file of prices holds, as JSON:
                                                     accepted, suspicious and refused rows
      SOURCE is litellm, openrouter or skypilot (docs/catalog.md).
      --observed-on YYYY-MM-DD    when the prices were seen; else the date in the file's name, else the file's own
      --provider NAME             whose machines a SkyPilot file lists; else by the file's name
      --against SOURCE:FILE       where a second source asks otherwise for the same model
`;

/** The report as JSON, and beside it what to know of it. */
export type Imported = { readonly json: string; readonly words: string };

export function importPrices(args: readonly string[], folder: string): Imported {
  const command = readImportCommand(args);
  const { read, dated, whose } = readSource(command, command, folder);
  const other = command.against
    ? readSource(command.against, { ...command, observedOn: null }, folder).read
    : null;
  const { accepted, suspicious, refused } = read;
  const counts = `${command.path}: ${counted(accepted.length, "row")} accepted, ${suspicious.length} suspicious, ${refused.length} refused.`;
  const spreads = priceSpreads([...accepted, ...(other?.accepted ?? [])], modelIdentity);
  return {
    json: `${JSON.stringify({ accepted, suspicious, refused }, null, 2)}\n`,
    words: `${[counts, dated, whose, ...spreadWords(spreads)].filter(Boolean).join("\n")}\n`,
  };
}

type ReadSource = { readonly read: PriceImport; readonly dated: string; readonly whose: string };

function readSource(
  { source, path }: SourceFile,
  command: ImportCommand,
  folder: string,
): ReadSource {
  const bytes = readBytes(path, folder, (size) =>
    size > priceFileLimitBytes ? tooLarge(size) : null,
  );
  const text = textOf(path, bytes);
  const { observedOn, dated } = dateOf(command, path, folder);
  const provider = command.provider ?? cloudIn(resolve(folder, path));
  const reading =
    source === "litellm"
      ? readLitellm(text, observedOn)
      : source === "openrouter"
        ? readOpenrouter(text, observedOn)
        : readSkypilot(text, { provider, observedOn });
  if (!reading.ok) throw new Refused(1, `${path}: ${reading.message}`);
  const isNameless = source === "skypilot" && provider === null;
  const whose = isNameless
    ? "No cloud is named. Say whose machines these are with --provider NAME."
    : "";
  return { read: reading.value, dated, whose };
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(1, `${path}: This file is not UTF-8 text. Save it as UTF-8.`);
  }
}

/** None of the three sources carries a date of its own, so the file's name or its last change has to do. */
function dateOf({ observedOn }: ImportCommand, path: string, folder: string) {
  if (observedOn !== null) return { observedOn, dated: `Observed on ${observedOn}, as told.` };
  const today = new Date().toISOString().slice(0, 10);
  const named = basename(path)
    .match(/\d{4}-\d{2}-\d{2}/g)
    ?.findLast((date) => isoDate.safeParse(date).success && date <= today);
  if (named) return { observedOn: named, dated: `Observed on ${named}, by the file's name.` };
  const changed = statSync(resolve(folder, path)).mtime.toISOString().slice(0, 10);
  const dated = `Observed on ${changed}, when the file was last changed: it carries no date. Give --observed-on YYYY-MM-DD where that is wrong.`;
  return { observedOn: changed, dated };
}

/** `aws_vms.csv` or `aws/vms.csv`. */
function cloudIn(path: string): string | null {
  const [first = ""] = basename(path)
    .toLowerCase()
    .split(/[^a-z0-9]/);
  const named = first === "vms" ? basename(dirname(path)).toLowerCase() : first;
  return cloudNames.find((cloud) => cloud === named) ?? null;
}
