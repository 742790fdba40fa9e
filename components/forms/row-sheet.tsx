"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { HistoryLink } from "@/components/history/history-link";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { figureText } from "@/lib/format";
import { plainLabel } from "@/lib/schemas/labels";
import { withValueAt } from "@/lib/schemas/merge";
import { specAt } from "@/lib/schemas/paths";
import { answerInBrief } from "@/lib/views/answer-effect";
import { ConflictPanel, plainText } from "./conflict-panel";
import { findField, focusFirstError, unfold } from "./focus-field";
import { nameOf } from "./form-names";
import type { DraftFigure } from "./provenance";
import { planWithRow, RowFormProvider } from "./row-form";
import { SaveNotice } from "./save-notice";
import { type RowEditorInput, useRowEditor } from "./use-row-editor";
import { useUnsavedGuard } from "./use-unsaved-guard";

/** What the tab around a sheet gives it. */
export type RowSheetFrame = {
  readonly planId: string;
  readonly readOnly: boolean;
  /** Path inside the row of the field to start at. */
  readonly field: string | null;
  /** Raised when something else wants to close the sheet while entries are unsaved. */
  readonly asked: number;
  readonly onUnsaved: (unsaved: boolean) => void;
  readonly onClose: () => void;
};

export type RowSheetProps = RowSheetFrame &
  Omit<RowEditorInput, "onSaved"> & {
    readonly title: string;
    readonly description?: ReactNode;
    readonly children: ReactNode;
  };

/** One row in a sheet at the side: its fields, an explicit save, and nothing lost on the way out. */
export function RowSheet(props: RowSheetProps) {
  const { title, description, plan, rows, opened, readOnly, field, onClose, children } = props;
  const editor = useRowEditor({ ...props, onSaved: onClose });
  const { form, dirty, save, saving, conflict } = editor;
  const unsaved = dirty && !readOnly && saving.state.kind !== "saved";
  const [leaving, setLeaving] = useState(false);
  useUnsavedGuard(unsaved);
  const { asked, onUnsaved } = props;
  const heard = useRef(asked);
  useEffect(() => onUnsaved(unsaved), [onUnsaved, unsaved]);
  useEffect(() => {
    if (asked > heard.current) setLeaving(true);
    heard.current = asked;
  }, [asked]);
  const formId = useId();
  const root = useRef<HTMLFormElement | null>(null);
  const start = useRef<HTMLElement | null>(null);
  const close = () => (unsaved ? setLeaving(true) : onClose());
  const submit = form.handleSubmit(save, () => root.current && focusFirstError(root.current));
  const startAt = field ?? (props.stored ? null : "name");
  return (
    <Sheet
      side="right"
      wide
      open
      title={title}
      description={description}
      onOpenChange={(open) => !open && close()}
      {...(startAt && { initialFocus: start })}
      footer={
        <SheetFooter
          {...{ readOnly, leaving, formId, saving }}
          onClose={close}
          onDiscard={onClose}
          onStay={() => setLeaving(false)}
        />
      }
    >
      <form
        id={formId}
        noValidate
        ref={(element) => {
          if (element && startAt && start.current === null) {
            start.current = findField(element, nameOf(`${rows}.${opened.id}`, opened, startAt));
            if (start.current) unfold(start.current);
          }
          root.current = element;
        }}
        onSubmit={submit}
        onChange={() => setLeaving(false)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !readOnly) void submit();
          else if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
            event.preventDefault();
          }
        }}
      >
        {conflict && <RowConflict {...{ editor, plan, rows, check: props.check }} />}
        {props.stored && (
          <p className="mb-4">
            <HistoryLink planId={props.planId} row={`${rows}.${String(opened.id)}`} />
          </p>
        )}
        <RowFormProvider value={{ form, plan, rows, readOnly }}>
          <div className="grid grid-cols-1 gap-6">{children}</div>
        </RowFormProvider>
      </form>
    </Sheet>
  );
}

function SheetFooter(props: {
  readonly readOnly: boolean;
  readonly leaving: boolean;
  readonly formId: string;
  readonly saving: ReturnType<typeof useRowEditor>["saving"];
  readonly onClose: () => void;
  readonly onDiscard: () => void;
  readonly onStay: () => void;
}) {
  const { readOnly, leaving, formId, saving, onClose, onDiscard, onStay } = props;
  if (readOnly) {
    return (
      <>
        <p className="flex-1 text-ink-2 text-sm">
          You can view this plan. Ask an editor for the change.
        </p>
        <Button onClick={onClose}>Close</Button>
      </>
    );
  }
  if (leaving) {
    return (
      <>
        <p role="alert" className="flex-1 text-sm">
          These entries are not saved.
        </p>
        <Button variant="danger" onClick={onDiscard}>
          Discard
        </Button>
        <Button key="stay" autoFocus onClick={onStay}>
          Keep editing
        </Button>
      </>
    );
  }
  const busy = saving.state.kind === "saving";
  return (
    <>
      <SaveNotice state={saving.state} onRetry={() => void saving.retryNow()} />
      <Button onClick={onClose}>Cancel</Button>
      <Button variant="primary" type="submit" form={formId} busy={busy} title="Ctrl Enter">
        {busy ? "Saving" : "Save"}
      </Button>
    </>
  );
}

function RowConflict(props: {
  readonly editor: ReturnType<typeof useRowEditor>;
  readonly plan: RowSheetProps["plan"];
  readonly rows: RowSheetProps["rows"];
  readonly check: RowSheetProps["check"];
}) {
  const { editor, plan, rows, check } = props;
  const body = editor.form.getValues();
  const draft = planWithRow(plan, rows, body);
  const specOfPath = (path: string) => specAt(draft, `${rows}.${body.id}.${path}`);
  return (
    <ConflictPanel
      clashes={editor.conflict?.clashes ?? []}
      taken={editor.conflict?.taken ?? []}
      by={editor.conflict?.by ?? null}
      effectOf={(path, value) => {
        const row = withValueAt(body, path, value);
        return check(plan, row).ok ? answerInBrief(planWithRow(plan, rows, row)) : null;
      }}
      labelOf={(path) =>
        specOfPath(path)?.label ?? plainLabel(path.split(".").at(-1) ?? path).label
      }
      textOf={(path, value) => {
        const spec = specOfPath(path);
        const figure = value as DraftFigure | undefined;
        return spec && figure && typeof figure.value !== "string"
          ? figureText(figure.value, spec.unit, body.currency ?? plan.currency)
          : plainText(value);
      }}
      onResolve={editor.resolve}
    />
  );
}
