"use client";

import { Fold } from "@/components/forms/fold";
import { Button } from "@/components/ui/button";
import { counted } from "@/lib/format";
import type { VersionLine } from "@/lib/views/catalog-record";

/** What an entry of the organization has said, newest first. */
export function RecordHistory(props: {
  readonly versions: readonly VersionLine[];
  readonly canEdit: boolean;
  readonly busy: boolean;
  readonly onUse: (version: number) => void;
}) {
  const { versions, canEdit, busy, onUse } = props;
  if (versions.length === 0) return null;
  return (
    <Fold title="History" summary={counted(versions.length, "version")}>
      <ol aria-label="History of the entry" className="divide-y divide-line">
        {versions.map(({ version, said, by, counts }) => (
          <li key={version} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2 text-sm">
            <span className="min-w-0 flex-1 basis-56">
              {said}
              <span className="block text-ink-3 text-xs tabular-nums">{by}</span>
            </span>
            {counts ? (
              <span className="text-ink-3 text-xs">counts now</span>
            ) : (
              canEdit && (
                <Button size="small" busy={busy} onClick={() => onUse(version)}>
                  Use again
                </Button>
              )
            )}
          </li>
        ))}
      </ol>
    </Fold>
  );
}
