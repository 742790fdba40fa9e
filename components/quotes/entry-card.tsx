import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { counted } from "@/lib/format";

export type EntryCardProps = {
  /** Where the page marks it: "lines". */
  readonly id: string;
  readonly title: string;
  /** One of its rows: "line". */
  readonly noun: string;
  readonly count: number;
  readonly addLabel: string;
  /** None where nothing may be changed. */
  readonly onAdd: (() => void) | undefined;
  /** Said in place of an empty table. */
  readonly empty: string;
  readonly error?: string | undefined;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
};

/** A table that is filled in row by row: how many there are, another one, and the rows. */
export function EntryCard(props: EntryCardProps) {
  const { id, title, noun, count, onAdd, error } = props;
  return (
    <section aria-labelledby={id} className="card min-w-0">
      <div className="flex flex-wrap items-center gap-2 px-[18px] py-3">
        <h2 id={id} className="mr-auto text-lg">
          {count === 0 ? title : counted(count, noun)}
        </h2>
        {props.tools}
        {onAdd && (
          <Button icon={<Plus aria-hidden size={14} />} onClick={onAdd}>
            {props.addLabel}
          </Button>
        )}
      </div>
      {error && (
        <div className="px-[18px] pb-3">
          <FieldError>{error}</FieldError>
        </div>
      )}
      {count === 0 ? (
        <p className="px-[18px] pb-4 text-ink-2 text-sm">{props.empty}</p>
      ) : (
        <ScrollRegion
          label={`${title}, scrolling`}
          className="@container scrolls-x border-line border-t"
        >
          {props.children}
        </ScrollRegion>
      )}
    </section>
  );
}

export type EntryHeadProps = {
  readonly heads: readonly (readonly [label: string, width?: string])[];
  /** Columns that nobody fills in. */
  readonly children?: ReactNode;
};

export function EntryHead({ heads, children }: EntryHeadProps) {
  return (
    <thead className="bg-sunken text-ink-3 text-xs">
      <tr>
        {heads.map(([label, width = ""]) => (
          <th key={label} scope="col" className={`px-1.5 py-2 font-label first:pl-[18px] ${width}`}>
            {label}
          </th>
        ))}
        {children}
        <th scope="col" className="w-10 bg-sunken pr-2 @5xl:sticky @5xl:right-0">
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  );
}
