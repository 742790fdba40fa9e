"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import {
  removeCatalogRecordAction,
  restoreCatalogRecordAction,
  saveCatalogRecordAction,
} from "@/app/(product)/(app)/catalog/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { useOrganizationId } from "@/components/shell/organization-context";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { KindField } from "@/lib/catalog/fields-of-kind";
import type { OwnRecord } from "@/lib/catalog/own-record";
import type { CatalogRecord } from "@/lib/catalog/schema";
import type { CatalogKind } from "@/lib/schemas/catalog-kind";
import {
  type DraftIssues,
  draftOf,
  draftOver,
  emptyDraft,
  type RecordDraft,
  readDraft,
} from "@/lib/views/catalog-draft";
import type { Choice } from "@/lib/views/catalog-filter";
import type { VersionLine } from "@/lib/views/catalog-record";
import { RecordForm } from "./record-form";
import { RecordHistory } from "./record-history";
import { useCatalogAddress } from "./use-catalog-address";

export type RecordSheetProps = {
  /** Null for one that is not there yet. */
  readonly recordId: string | null;
  readonly shared: CatalogRecord | null;
  readonly own: OwnRecord | null;
  readonly versions: readonly VersionLine[];
  readonly help: string;
  readonly fieldsByKind: Readonly<Record<CatalogKind, readonly KindField[]>>;
  readonly kinds: readonly Choice[];
  readonly today: string;
  /** It was seen on several days, so its prices can be drawn. */
  readonly hasSeries: boolean;
  readonly canEdit: boolean;
};

/** One entry: what is shared, what the organization made of it, and a form for that. */
export function RecordSheet(props: RecordSheetProps) {
  const { shared, own, fieldsByKind, today } = props;
  // A new one keeps its id until it is saved, whatever the server draws meanwhile.
  const [recordId] = useState(() => props.recordId ?? `own-${newId()}`);
  const held = own && !own.removed ? own : null;
  const isNew = !shared && !own;
  const isImported = own !== null && own.origin !== "entered";
  const readOnly = !props.canEdit || isImported;
  const [draft, setDraft] = useState<RecordDraft>(() =>
    held
      ? draftOf(held.record)
      : shared
        ? draftOver(shared, today)
        : own
          ? draftOf(own.record)
          : emptyDraft("api-price", today),
  );
  const [issues, setIssues] = useState<DraftIssues>({});
  const { busy, error, setError, run, close } = useRecordChanges();
  const { show } = useToast();
  const [, ask] = useCatalogAddress();
  const fields = fieldsByKind[draft.kind];
  const change = (part: Partial<RecordDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setIssues({});
    setError(null);
  };
  const undo = held
    ? () => restoreCatalogRecordAction({ recordId, version: held.version })
    : () => removeCatalogRecordAction({ recordId });
  const save = async () => {
    const read = readDraft(draft, { id: recordId, fields, shared });
    if (!read.ok) return setIssues(read.issues);
    const { record } = read;
    const done = await run(
      (madeFor) =>
        saveCatalogRecordAction({ expectedVersion: held?.version ?? null, record }, madeFor),
      "Not saved",
      setIssues,
    );
    if (done) show({ text: `${record.label} saved`, undo });
  };
  const takeBack = async () => {
    const done = await run(() => removeCatalogRecordAction({ recordId }), "Nothing changed");
    const text = shared
      ? `${shared.label}: the shared entry counts again`
      : `${draft.label} removed`;
    if (done) show({ text, undo: () => restoreCatalogRecordAction({ recordId }) });
  };
  const use = (version: number) =>
    run(() => restoreCatalogRecordAction({ recordId, version }), "Nothing changed");
  return (
    <Sheet
      open
      side="right"
      wide
      onOpenChange={(open) => !open && close()}
      title={(shared ?? own?.record)?.label ?? "New entry"}
      description={props.help}
      footer={
        <>
          {props.hasSeries && (
            <Button onClick={() => void ask({ series: recordId, entry: null })}>
              Price history
            </Button>
          )}
          {held && props.canEdit && (
            <Button busy={busy} onClick={takeBack}>
              {shared ? "Back to the shared entry" : "Remove"}
            </Button>
          )}
          {!readOnly && (
            <Button variant="primary" busy={busy} onClick={save}>
              {isNew ? "Add entry" : "Save own figures"}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        {isNew && (
          <Field label="Kind">
            {(control) => (
              <Select
                {...control}
                value={draft.kind}
                onValueChange={(kind) => change({ kind: kind as CatalogKind, figures: {} })}
                options={props.kinds}
              />
            )}
          </Field>
        )}
        <RecordForm {...{ draft, fields, shared, issues, readOnly }} onChange={change} />
        {error && <FieldError>{error}</FieldError>}
        <RecordHistory versions={props.versions} canEdit={props.canEdit} busy={busy} onUse={use} />
      </div>
    </Sheet>
  );
}

type Change = (madeFor: string | undefined) => ReturnType<typeof removeCatalogRecordAction>;

/** Runs a change of an entry and closes its sheet; a refusal stays in it. */
function useRecordChanges() {
  const [, ask] = useCatalogAddress();
  const router = useRouter();
  const madeFor = useOrganizationId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const close = () => void ask({ entry: null });
  const run = async (
    change: Change,
    unfinished: string,
    onFields?: (fields: DraftIssues) => void,
  ): Promise<boolean> => {
    setBusy(true);
    const outcome = await attempt(() => change(madeFor), unfinished);
    setBusy(false);
    if (!outcome.ok) {
      setError(outcome.message);
      if (outcome.fields) onFields?.(outcome.fields);
      return false;
    }
    close();
    router.refresh();
    return true;
  };
  return { busy, error, setError, run, close };
}
