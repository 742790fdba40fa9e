"use client";

import { type ClipboardEvent, useId, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { figureText } from "@/lib/format";
import { type Budget, type BudgetBasis, budgetBases } from "@/lib/schemas/budget";
import { type EvidenceClass, evidenceClasses } from "@/lib/schemas/figure";
import { isRecord } from "@/lib/schemas/walk";
import { coverage, fiscalYearSpan } from "@/lib/views/budget";
import { Clashing } from "../assumptions/clashing";
import { useSettingsForm } from "../assumptions/settings-context";
import { plainText } from "../conflict-panel";
import { EntryInput } from "../entry-input";
import { shortSource } from "../figure-words";
import { type DraftFigure, tidied } from "../provenance";
import { type DraftBudget, type EntryRow, emptyBudget, tidiedBudget } from "./draft";

type Paste = (event: ClipboardEvent<HTMLInputElement>) => void;

export type BudgetRowProps = {
  readonly row: EntryRow;
  readonly basis: BudgetBasis;
  readonly onPaste: Paste;
};

const cell = "px-2 py-1.5 first-of-type:pl-3 max-md:block max-md:px-3 max-md:py-1";

/** One fiscal year's budget: how much, what it counts, and who says so. */
export function BudgetRow({ row, basis, onPaste }: BudgetRowProps) {
  const entry = useBudgetEntry(row, basis);
  const { label, year } = row;
  const part = year && coverage(year);
  return (
    <tr className="border-line border-t align-top max-md:grid max-md:grid-cols-2 max-md:py-2">
      <th scope="row" className="px-3 py-2 text-left font-label max-md:col-span-2">
        {label}
        <span className="block font-text text-ink-3 text-xs md:whitespace-nowrap">
          {year ? fiscalYearSpan(year) : "outside the plan’s months"}
          {part && `, ${part}`}
        </span>
      </th>
      <AmountCell {...{ row, entry, onPaste }} />
      <ChoiceCells {...{ label, entry }} />
      <SourceCell {...{ label, entry }} />
    </tr>
  );
}

/** What is chosen before there is an amount to save it with. */
type Chosen = Pick<Partial<DraftBudget>, "basis" | "plannedMonthsOnly"> & {
  readonly evidence?: EvidenceClass;
};

type Entry = {
  readonly draft: DraftBudget;
  readonly readOnly: boolean;
  readonly change: (part: Partial<DraftBudget>) => void;
  readonly changeAmount: (part: Partial<DraftFigure>) => void;
  readonly leave: () => void;
};

function useBudgetEntry({ name, fiscalYear }: EntryRow, basis: BudgetBasis): Entry {
  const { settings, readOnly } = useSettingsForm();
  const [chosen, setChosen] = useState<Chosen>({});
  const draft =
    settings.value<DraftBudget | undefined>(name) ??
    withChosen(emptyBudget(fiscalYear, basis), chosen);
  const change = (part: Partial<DraftBudget>) => {
    const next = { ...draft, ...part };
    setChosen({ ...next, evidence: next.amount.evidence });
    settings.change(name, tidiedBudget(next));
  };
  return {
    draft,
    readOnly,
    change,
    changeAmount: (part) => change({ amount: tidied({ ...draft.amount, ...part }) }),
    leave: () => settings.leave(name),
  };
}

function withChosen(empty: DraftBudget, { basis, plannedMonthsOnly, evidence }: Chosen) {
  return {
    ...empty,
    ...(basis && { basis }),
    ...(plannedMonthsOnly && { plannedMonthsOnly }),
    amount: { ...empty.amount, ...(evidence && { evidence }) },
  };
}

function AmountCell(props: {
  readonly row: EntryRow;
  readonly entry: Entry;
  readonly onPaste: Paste;
}) {
  const { name, label, year } = props.row;
  const { draft, readOnly, change, changeAmount, leave } = props.entry;
  const { settings, plan } = useSettingsForm();
  const errorId = useId();
  const error = settings.error(name);
  return (
    <td className={`${cell} md:min-w-44 max-md:col-span-2`}>
      <Clashing name={name} textOf={(value) => textOf(value, plan.currency)}>
        <EntryInput
          aria-label={`${label}, budget`}
          {...(error && { "aria-invalid": true, "aria-describedby": errorId })}
          data-field={`${name}.amount`}
          value={draft.amount.value}
          unit="money"
          currency={plan.currency}
          unitLabel={plan.currency}
          mark={
            <EvidenceMark evidence={draft.amount.evidence} detail={shortSource(draft.amount)} />
          }
          placeholder="no budget"
          className="text-right"
          frameClassName="w-full md:w-40"
          readOnly={readOnly}
          onEntry={(value) => changeAmount({ value })}
          onPaste={props.onPaste}
          onBlur={leave}
        />
        {error && <FieldError id={errorId}>{error}</FieldError>}
        {year && coverage(year) && (
          <Checkbox
            label={
              year.monthsCovered === 1
                ? "For this month only"
                : `For these ${year.monthsCovered} months only`
            }
            className="text-xs"
            disabled={readOnly}
            checked={draft.plannedMonthsOnly ?? false}
            onCheckedChange={(plannedMonthsOnly) => {
              change({ plannedMonthsOnly });
              leave();
            }}
          />
        )}
      </Clashing>
    </td>
  );
}

type CellProps = { readonly label: string; readonly entry: Entry };

function ChoiceCells({ label, entry }: CellProps) {
  const { draft, readOnly, change, changeAmount, leave } = entry;
  return (
    <>
      <td className={cell}>
        <Select<BudgetBasis>
          aria-label={`${label}, counts`}
          className="w-full md:w-25"
          disabled={readOnly}
          value={draft.basis}
          onValueChange={(basis) => {
            change({ basis });
            leave();
          }}
          options={budgetBases.map((value) => ({ value, label: value }))}
        />
      </td>
      <td className={cell}>
        <Select<EvidenceClass>
          aria-label={`${label}, evidence`}
          className="w-full md:w-29"
          disabled={readOnly}
          value={draft.amount.evidence}
          onValueChange={(evidence) => {
            changeAmount({ evidence });
            leave();
          }}
          options={evidenceClasses.map((value) => ({ value, label: value }))}
        />
      </td>
    </>
  );
}

function SourceCell({ label, entry }: CellProps) {
  const { draft, readOnly, changeAmount, leave } = entry;
  return (
    <td className={`${cell} max-md:col-span-2`}>
      <div className="flex flex-wrap gap-2">
        <TextInput
          aria-label={`${label}, source`}
          placeholder="source"
          className="min-w-32 flex-1"
          readOnly={readOnly}
          value={draft.amount.source ?? ""}
          onChange={(event) => changeAmount({ source: event.target.value })}
          onBlur={leave}
        />
        <TextInput
          aria-label={`${label}, source date`}
          type="date"
          className="w-38"
          readOnly={readOnly}
          value={draft.amount.date ?? ""}
          onChange={(event) => changeAmount({ date: event.target.value })}
          onBlur={leave}
        />
      </div>
    </td>
  );
}

/** Somebody else's budget for the same year. */
function textOf(value: unknown, currency: string): string {
  if (value === undefined) return "no budget";
  if (!isRecord(value) || !isRecord(value.amount)) return plainText(value);
  const { amount, basis } = value as Budget;
  return amount.value === null
    ? "no budget"
    : `${figureText(amount.value, "money", currency)} in ${basis}`;
}
