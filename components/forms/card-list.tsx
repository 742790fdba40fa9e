"use client";

import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useField, useRowForm } from "./row-form";
import { rowIdFor } from "./row-ids";

type Identified = { readonly id: string };
/** Of each kind of row on its own, where there are several. */
type Unnamed<Row> = Row extends unknown ? Omit<Row, "id"> : never;

export type CardListProps<Row extends Identified> = {
  /** Of a list in the form that is absent while it is empty. */
  readonly name: string;
  /** What ids of new rows begin with. */
  readonly idStem: string;
  readonly addLabel: string;
  readonly mayAdd?: boolean;
  readonly blank: (rows: readonly Row[]) => Unnamed<Row>;
  readonly titleOf: (row: Row, index: number) => string;
  /** Beside the title of a card. */
  readonly besideTitle?: (row: Row, change: (part: Partial<Row>) => void) => ReactNode;
  /** The fields of a card; `name` is the row's. */
  readonly children: (row: Row, name: string) => ReactNode;
};

/** Rows of a form as cards, each with its title and a way to remove it, and a way to add one. */
export function CardList<Row extends Identified>(props: CardListProps<Row>) {
  const { name, idStem, addLabel, mayAdd = true, blank, titleOf, besideTitle, children } = props;
  const { form, readOnly } = useRowForm();
  const rows = useField<readonly Row[] | undefined>(name) ?? [];
  const set = (next: readonly Row[]) =>
    form.setValue(name, next.length > 0 ? next : undefined, { shouldDirty: true });
  const add = () => {
    const taken = rows.map(({ id }) => id);
    set([...rows, { ...blank(rows), id: rowIdFor(idStem, taken, idStem) } as unknown as Row]);
  };
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4" data-field={name} tabIndex={-1}>
      {rows.map((row, index) => {
        const title = titleOf(row, index);
        const change = (part: Partial<Row>) =>
          set(rows.map((one, at) => (at === index ? { ...one, ...part } : one)));
        return (
          <FormCard
            key={row.id}
            title={title}
            beside={
              <>
                {besideTitle?.(row, change)}
                {!readOnly && (
                  <IconButton
                    label={`Remove ${title.charAt(0).toLowerCase()}${title.slice(1)}`}
                    icon={<Trash2 aria-hidden size={16} />}
                    onClick={() => set(rows.filter((_, at) => at !== index))}
                  />
                )}
              </>
            }
          >
            {children(row, `${name}.${index}`)}
          </FormCard>
        );
      })}
      {mayAdd && !readOnly && (
        <Button
          size="small"
          className="justify-self-start"
          icon={<Plus aria-hidden size={14} />}
          onClick={add}
        >
          {addLabel}
        </Button>
      )}
    </div>
  );
}

/** Fields that belong together, under their title. */
export function FormCard(props: {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, beside, children } = props;
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-4 rounded-md border border-line p-4">
      <legend className="sr-only">{title}</legend>
      <div className="flex min-h-6 items-center gap-2">
        <p className="min-w-0 flex-1 font-label text-sm">{title}</p>
        {beside}
      </div>
      {children}
    </fieldset>
  );
}
