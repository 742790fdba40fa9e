"use client";

import { parseAsString, useQueryState } from "nuqs";
import { type ClipboardEvent, useEffect, useRef } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { counted, monthName } from "@/lib/format";
import type { Budget } from "@/lib/schemas/budget";
import { plainLabel } from "@/lib/schemas/labels";
import type { StoredPlan } from "@/lib/schemas/stored-plan";
import { Clashing } from "../assumptions/clashing";
import { SettingsProvider } from "../assumptions/settings-context";
import { type Settings, useSettings } from "../assumptions/use-settings";
import { focusField } from "../focus-field";
import { SaveNotice } from "../save-notice";
import { useBackGuard } from "../use-back-guard";
import { usePlanOnTab } from "../use-plan-on-tab";
import { useUnsavedGuard } from "../use-unsaved-guard";
import { BudgetRow } from "./budget-row";
import { type DraftBudget, type EntryRow, emptyBudget, entryRows, tidiedBudget } from "./draft";
import { type PastedAmount, pastedAmounts } from "./paste";

const heads = ["Fiscal year", "Budget", "Counts", "Evidence", "Source and date"];

/** A budget for each fiscal year, saved when its field is left. */
export function BudgetEditor({ stored }: { readonly stored: StoredPlan }) {
  const { plan, canEdit } = stored;
  const settings = useSettings(stored);
  const toast = useToast();
  const { overlay } = usePlanOnTab();
  const root = useRef<HTMLElement>(null);
  const [field] = useQueryState("field", parseAsString);
  useBackGuard(settings.unsaved);
  useUnsavedGuard(settings.unsaved, settings.save.kind === "saving");
  useEffect(() => {
    if (field && root.current) focusField(root.current, field);
  }, [field]);
  const fiscalYearStartMonth = settings.value<number | undefined>("fiscalYearStartMonth") ?? 1;
  const budgets = plan.budgets ?? [];
  const rows = entryRows({ ...plan, fiscalYearStartMonth }, budgets);
  const basis = budgets.at(-1)?.basis ?? "cash";
  const paste = (event: ClipboardEvent<HTMLInputElement>, from: number) => {
    const amounts = pastedAmounts(event.clipboardData.getData("text"), plan.currency);
    if (!amounts || !canEdit) return;
    event.preventDefault();
    const input = event.currentTarget;
    input.blur();
    toast.show(fill(settings, { rows: rows.slice(from), amounts, basis }));
    requestAnimationFrame(() => input.focus());
  };
  return (
    <section ref={root} aria-labelledby="budget-entries" className="card min-w-0 overflow-hidden">
      <SettingsProvider value={{ settings, plan, readOnly: !canEdit }}>
        <header className="flex flex-wrap items-start gap-x-6 gap-y-3 px-4 pt-4 pb-3 md:px-5">
          <div className="min-w-0 flex-1 basis-64">
            <h2 id="budget-entries" className="text-base">
              Budgets
            </h2>
            <p className="mt-0.5 max-w-[64ch] text-ink-3 text-xs">
              {canEdit
                ? "Each is saved when its field is left. Paste a column from a spreadsheet into one year, and the years after it are filled too."
                : "You can view this plan. Ask an editor for the change."}
            </p>
            {overlay && canEdit && (
              <p className="mt-1 max-w-[64ch] text-ink-2 text-xs">
                What you change here is the base plan. {overlay}
              </p>
            )}
            <SaveLine settings={settings} />
          </div>
          <FirstMonth settings={settings} readOnly={!canEdit} />
        </header>
        <table className="w-full border-collapse text-sm max-md:block">
          <thead className="max-md:sr-only">
            <tr className="bg-sunken text-left text-ink-3 text-xs">
              {heads.map((head) => (
                <th key={head} scope="col" className="px-2 py-2 font-label first:pl-3">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-md:block">
            {rows.map((row, index) => (
              <BudgetRow
                key={row.name}
                row={row}
                basis={basis}
                onPaste={(event) => paste(event, index)}
              />
            ))}
          </tbody>
        </table>
      </SettingsProvider>
    </section>
  );
}

type Fill = {
  readonly rows: readonly EntryRow[];
  readonly amounts: readonly PastedAmount[];
  readonly basis: Budget["basis"];
};

/** Puts pasted amounts into as many years as there are, and says what was done; undo puts back what was there. */
function fill(settings: Settings, { rows, amounts, basis }: Fill) {
  const filled = rows.slice(0, amounts.length).map(({ name, fiscalYear }, index) => {
    const before = settings.value<DraftBudget | undefined>(name);
    const draft = before ?? emptyBudget(fiscalYear, basis);
    const amount = { ...draft.amount, value: amounts[index] ?? null };
    settings.change(name, tidiedBudget({ ...draft, amount }));
    return { name, before };
  });
  const names = filled.map(({ name }) => name);
  settings.leave(...names);
  const left = amounts.length - filled.length;
  const rest = left > 0 ? `; ${counted(left, "more amount")} had no year in the plan` : "";
  return {
    text: `${counted(filled.length, "fiscal year")} filled${rest}`,
    undo: () => {
      for (const { name, before } of filled) settings.change(name, before);
      settings.leave(...names);
    },
  };
}

const months = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: monthName(`2027-${String(index + 1).padStart(2, "0")}`).slice(0, 3),
}));

function FirstMonth(props: { readonly settings: Settings; readonly readOnly: boolean }) {
  const { settings, readOnly } = props;
  const name = "fiscalYearStartMonth";
  return (
    <Clashing name={name}>
      <Field
        label={plainLabel(name).label}
        help="A fiscal year is named by the year in which it ends."
        error={settings.error(name)}
      >
        {(control) => (
          <Select
            {...control}
            data-field={name}
            className="w-28"
            disabled={readOnly}
            value={String(settings.value<number | undefined>(name) ?? 1)}
            onValueChange={(month) => {
              settings.change(name, Number(month));
              settings.leave(name);
            }}
            options={months}
          />
        )}
      </Field>
    </Clashing>
  );
}

function SaveLine({ settings }: { readonly settings: Settings }) {
  const { kind } = settings.save;
  const said = kind === "saving" ? "Saving" : kind === "saved" ? "Saved" : "";
  return (
    <>
      <p role="status" className="mt-1 text-ink-3 text-xs empty:hidden">
        {said}
      </p>
      {kind === "waiting" && <SaveNotice state={settings.save} onRetry={settings.retryNow} />}
    </>
  );
}
