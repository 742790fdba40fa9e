"use client";

import { type ClipboardEvent, useId, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { figureText } from "@/lib/format";
import type { Budget, BudgetBasis } from "@/lib/schemas/budget";
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

export type BudgetRowProps = {
  readonly row: EntryRow;
  readonly basis: BudgetBasis;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
};

const cell = "px-2 py-1.5 first-of-type:pl-3 max-md:block max-md:px-3 max-md:py-1";

/** What is chosen before there is an amount to save it with. */
type Chosen = Pick<Partial<DraftBudget>, "basis" | "plannedMonthsOnly"> & {
  readonly evidence?: EvidenceClass;
};

function withChosen(empty: DraftBudget, { basis, plannedMonthsOnly, evidence }: Chosen) {
  return {
    ...empty,
    ...(basis && { basis }),
    ...(plannedMonthsOnly && { plannedMonthsOnly }),
    amount: { ...empty.amount, ...(evidence && { evidence }) },
  };
}

/** One fiscal year's budget: how much, what it counts, and who says so. */
export function BudgetRow({ row, basis, onPaste }: BudgetRowProps) {
  const { settings, plan, readOnly } = useSettingsForm();
  const { name, label, fiscalYear, year } = row;
  const errorId = useId();
  const error = settings.error(name);
  const [chosen, setChosen] = useState<Chosen>({});
  const draft =
    settings.value<DraftBudget | undefined>(name) ??
    withChosen(emptyBudget(fiscalYear, basis), chosen);
  const { amount } = draft;
  const part = year && coverage(year);
  const change = (part: Partial<DraftBudget>) => {
    const next = { ...draft, ...part };
    setChosen({ ...next, evidence: next.amount.evidence });
    settings.change(name, tidiedBudget(next));
  };
  const changeAmount = (next: Partial<DraftFigure>) =>
    change({ amount: tidied({ ...amount, ...next }) });
  const leave = () => settings.leave(name);
  return (
    <tr className="border-line border-t align-top max-md:grid max-md:grid-cols-2 max-md:py-2">
      <th scope="row" className="px-3 py-2 text-left font-label max-md:col-span-2">
        {label}
        <span className="block font-text text-ink-3 text-xs md:whitespace-nowrap">
          {year ? fiscalYearSpan(year) : "outside the plan’s months"}
          {part && `, ${part}`}
        </span>
      </th>
      <td className={`${cell} md:min-w-44 max-md:col-span-2`}>
        <Clashing name={name} textOf={(value) => textOf(value, plan.currency)}>
          <EntryInput
            aria-label={`${label}, budget`}
            {...(error && { "aria-invalid": true, "aria-describedby": errorId })}
            data-field={`${name}.amount`}
            value={amount.value}
            unit="money"
            currency={plan.currency}
            unitLabel={plan.currency}
            mark={<EvidenceMark evidence={amount.evidence} detail={shortSource(amount)} />}
            placeholder="no budget"
            className="text-right"
            frameClassName="w-full md:w-40"
            readOnly={readOnly}
            onEntry={(value) => changeAmount({ value })}
            onPaste={onPaste}
            onBlur={leave}
          />
          {error && <FieldError id={errorId}>{error}</FieldError>}
          {part && (
            <Checkbox
              label={`For these ${year?.monthsCovered} months only`}
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
      <td className={cell}>
        <Select<BudgetBasis>
          aria-label={`${label}, counts`}
          className="w-full md:w-25"
          disabled={readOnly}
          value={draft.basis}
          onValueChange={(next) => {
            change({ basis: next });
            leave();
          }}
          options={[
            { value: "cash", label: "cash" },
            { value: "accrual", label: "accrual" },
          ]}
        />
      </td>
      <td className={cell}>
        <Select<EvidenceClass>
          aria-label={`${label}, evidence`}
          className="w-full md:w-29"
          disabled={readOnly}
          value={amount.evidence}
          onValueChange={(evidence) => {
            changeAmount({ evidence });
            leave();
          }}
          options={evidenceClasses.map((value) => ({ value, label: value }))}
        />
      </td>
      <td className={`${cell} max-md:col-span-2`}>
        <div className="flex flex-wrap gap-2">
          <TextInput
            aria-label={`${label}, source`}
            placeholder="source"
            className="min-w-32 flex-1"
            readOnly={readOnly}
            value={amount.source ?? ""}
            onChange={(event) => changeAmount({ source: event.target.value })}
            onBlur={leave}
          />
          <TextInput
            aria-label={`${label}, source date`}
            type="date"
            className="w-38"
            readOnly={readOnly}
            value={amount.date ?? ""}
            onChange={(event) => changeAmount({ date: event.target.value })}
            onBlur={leave}
          />
        </div>
      </td>
    </tr>
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
