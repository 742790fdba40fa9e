import { entriesOf } from "@/lib/catalog/entries";
import type { OwnRecord } from "@/lib/catalog/own-record";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { columnFigureText, currencySymbol, dateText, instantText, listed } from "@/lib/format";
import { missingWord } from "@/lib/schemas/figure";
import { figureName } from "./catalog-figure-name";
import { overHelp, ownHelp, sourceNames, takenBackHelp } from "./catalog-words";

/** A version of an own entry as its row says it. */
export type VersionLine = {
  readonly version: number;
  /** "Rate 2.10 $/accelerator-h, on 12 Nov 2026 by Nebius quote". */
  readonly said: string;
  readonly by: string;
  readonly counts: boolean;
};

type Version = {
  readonly version: number;
  readonly record: CatalogRecord;
  readonly authorName: string | null;
  readonly at: string;
};

const mostFigures = 3;

export function versionLines(
  versions: readonly Version[],
  own: OwnRecord | null,
): readonly VersionLine[] {
  const current = own?.removed ? undefined : versions[0]?.version;
  return versions.map(({ version, record, authorName, at }) => ({
    version,
    said: `${figuresText(record)}, on ${dateText(record.date)} by ${record.source}`,
    by: `${authorName ?? "Somebody whose account is gone"}, ${instantText(at)}`,
    counts: version === current,
  }));
}

/** The first figures in words, without those that kept the shared record's source. */
function figuresText(record: CatalogRecord): string {
  const entries = entriesOf(record);
  const own = entries.filter(({ figure }) => figure.source === record.source);
  const shown = (own.length > 0 ? own : entries).slice(0, mostFigures);
  return listed(
    shown.map(({ field, unit, figure: { value }, subject }) => {
      const text =
        value === null
          ? missingWord(unit)
          : columnFigureText(value, unit, currencySymbol(subject.currency ?? "USD"));
      return `${figureName(field)} ${text}`;
    }),
  );
}

/** What an opened entry is, in a line. */
export function recordHelp(shared: CatalogRecord | null, own: OwnRecord | null): string {
  if (own && own.origin !== "entered")
    return `Imported from ${sourceNames[own.origin]}. A later file of prices brings later ones.`;
  if (own?.removed)
    return shared ? takenBackHelp : "Removed. Bring it back from the history below.";
  return shared ? overHelp : ownHelp;
}
