"use client";

import { History, KeyRound } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Pill } from "@/components/ui/pill";
import type { HistoryItem, WhoText } from "@/lib/views/plan-history";
import { PartLines } from "./differences";
import { useVersions } from "./use-versions";

export type HistoryTabProps = {
  readonly planId: string;
  readonly version: number;
  readonly canEdit: boolean;
  readonly items: readonly HistoryItem[];
  /** The row it is the history of, with what the address calls it. */
  readonly row: { readonly name: string; readonly address: string } | null;
  /** Older ones begin below this version. */
  readonly next: number | null;
  readonly isFirstPage: boolean;
};

/** What changed in a plan, who did it and when, newest first; each can be undone. */
export function HistoryTab(props: HistoryTabProps) {
  const { planId, version, items, row, next, isFirstPage } = props;
  const versions = useVersions(planId);
  const here = `/plans/${planId}/history`;
  const kept = row ? `row=${row.address}&` : "";
  return (
    <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 gap-4 px-4 py-5 md:px-7">
      <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="text-xl">{row ? `History of ${row.name}` : "History"}</h2>
          <p className="mt-0.5 max-w-[70ch] text-ink-2 text-sm">
            Every change, newest first. Undoing one is a change too, so nothing is ever lost.
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {row && <ButtonLink href={here}>Show the whole plan</ButtonLink>}
          {!isFirstPage && <ButtonLink href={`${here}?${kept}`}>Newest</ButtonLink>}
        </div>
      </header>
      {items.length === 0 ? (
        <p className="text-ink-2">
          Nothing has changed since history is kept. The next change stands here.
        </p>
      ) : (
        <ol className="card divide-y divide-line">
          {items.map((item) => (
            <Entry
              key={item.version}
              {...{ item, planId, versions }}
              current={version}
              canEdit={props.canEdit}
            />
          ))}
        </ol>
      )}
      {next !== null && (
        <ButtonLink className="justify-self-start" href={`${here}?${kept}before=${next}`}>
          Older changes
        </ButtonLink>
      )}
    </div>
  );
}

function Entry(props: {
  readonly item: HistoryItem;
  readonly planId: string;
  readonly current: number;
  readonly canEdit: boolean;
  readonly versions: ReturnType<typeof useVersions>;
}) {
  const { item, planId, current, canEdit, versions } = props;
  const { version, beginning, parts } = item;
  const asked = versions.asked?.version === version ? versions.asked : null;
  return (
    <li className="grid gap-x-6 gap-y-3 px-[18px] py-3.5 md:grid-cols-[15rem_minmax(0,1fr)_auto]">
      <div className="grid content-start gap-0.5">
        <Who who={item.who} />
        <p className="text-ink-3 text-xs">
          <time dateTime={item.at}>{item.atText}</time>, version {version}
        </p>
      </div>
      <div className="grid min-w-0 content-start gap-3">
        {beginning ? (
          <p className="text-sm">{beginning}</p>
        ) : (
          parts.map((part) => <PartLines key={`${part.subject}.${part.id}`} part={part} />)
        )}
        {asked && (
          <div role="alert" className="grid gap-2 rounded-md bg-warn-soft p-3 text-sm">
            <p>{asked.why}</p>
            <div className="flex gap-2">
              <Button size="small" onClick={() => void versions.undo(version, true)}>
                Undo anyway
              </Button>
              <Button size="small" onClick={versions.keep}>
                Keep as it is
              </Button>
            </div>
          </div>
        )}
      </div>
      <div className="flex flex-wrap content-start gap-2">
        {version !== current && (
          <ButtonLink
            size="small"
            href={`/plans/${planId}/history/compare?from=${version}`}
            aria-label={`Compare with now, version ${version}`}
          >
            Compare with now
          </ButtonLink>
        )}
        {canEdit && !beginning && version > 1 && (
          <Button
            size="small"
            icon={<History aria-hidden size={14} />}
            disabled={versions.busy}
            aria-label={`Undo this change, version ${version}`}
            onClick={() => void versions.undo(version)}
          >
            Undo this change
          </Button>
        )}
      </div>
    </li>
  );
}

export function Who({ who }: { readonly who: WhoText }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 font-label text-sm">
      {who.name.charAt(0).toUpperCase() + who.name.slice(1)}
      {who.keyName && (
        <Pill>
          <KeyRound aria-hidden size={12} /> key {who.keyName}
        </Pill>
      )}
    </p>
  );
}
