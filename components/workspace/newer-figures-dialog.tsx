"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { takeNewerFiguresAction } from "@/app/(product)/(app)/catalog/actions";
import { undoChangeAction } from "@/app/(product)/(app)/plans/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { useToast } from "@/components/ui/toast";
import type { NewerFigure } from "@/lib/catalog/newer-figures";
import { counted } from "@/lib/format";
import { answerChange, type NewerRow, newerRows, pinnedText } from "@/lib/views/newer-figures";
import { newerHelp } from "@/lib/views/newer-words";
import { useWorkspaceValue } from "./workspace-context";

type Props = { readonly newer: readonly NewerFigure[]; readonly onClose: () => void };

/** Each newer figure with where it is from and what it does; what is ticked is taken as one change. */
export function NewerFiguresDialog({ newer, onClose }: Props) {
  const { id: planId, plan, canEdit } = useWorkspaceValue((state) => state.stored);
  const rows = useMemo(() => newerRows(plan, newer), [plan, newer]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const ticked = newer.filter(({ path }) => !left.has(path));
  const answer = useMemo(
    () =>
      answerChange(
        plan,
        newer.filter(({ path }) => !left.has(path)),
      ),
    [plan, newer, left],
  );
  const { busy, error, take } = useTake(planId, onClose);
  const tick = (path: string, isTicked: boolean) =>
    setLeft((now) => new Set(isTicked ? [...now].filter((one) => one !== path) : [...now, path]));
  const versions = newer.flatMap(({ from }) => from.catalog?.version ?? []);
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title="Newer figures of the catalog"
      description={`${pinnedText(plan, versions)} ${newerHelp}`}
      footer={
        canEdit && (
          <Button
            variant="primary"
            busy={busy}
            disabled={ticked.length === 0}
            onClick={() => take(rows.filter(({ path }) => !left.has(path)))}
          >
            Take {counted(ticked.length, "figure")}
          </Button>
        )
      }
    >
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.path} className="py-2.5">
            <Row
              row={row}
              isTicked={!left.has(row.path)}
              canEdit={canEdit}
              onTick={(isTicked) => tick(row.path, isTicked)}
            />
          </li>
        ))}
      </ul>
      <p className="mt-3 border-line border-t pt-3 text-sm" aria-live="polite">
        <span className="text-ink-2">Answer: {answer.before}</span>
        {answer.isSame ? (
          <span className="text-ink-2">, and the same after</span>
        ) : (
          <span className="block font-label">After: {answer.after}</span>
        )}
      </p>
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}

function Row(props: {
  readonly row: NewerRow;
  readonly isTicked: boolean;
  readonly canEdit: boolean;
  readonly onTick: (isTicked: boolean) => void;
}) {
  const { label, from, to, source, isOwn, effect } = props.row;
  return (
    <Checkbox
      checked={props.isTicked}
      disabled={!props.canEdit}
      onCheckedChange={props.onTick}
      label={
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-label">{label}</span>
          <span className="text-figure">
            {from} {"→"} {to}
          </span>
          {isOwn && <Pill tone="accent">own</Pill>}
        </span>
      }
      help={`${source}. ${effect}`}
    />
  );
}

function useTake(planId: string, onClose: () => void) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const take = async (rows: readonly NewerRow[]) => {
    setBusy(true);
    const takes = rows.map(({ path, value }) => ({ path, value }));
    const outcome = await attempt(
      () => takeNewerFiguresAction({ planId, takes }),
      "Nothing was taken",
    );
    setBusy(false);
    if (!outcome.ok) return setError(outcome.message);
    const { planVersion: version } = outcome.data;
    toast.show({
      text: `${counted(takes.length, "figure")} of the catalog taken`,
      undo: () => undoChangeAction({ planId, version }),
    });
    onClose();
    router.refresh();
  };
  return { busy, error, take };
}
