"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useId } from "react";
import { ChartTableSwitch } from "@/components/charts/chart-table-switch";
import { SaveMenu } from "@/components/charts/save-menu";
import { useTableChoice } from "@/components/charts/use-table-choice";
import { Skeleton } from "@/components/ui/skeleton";
import type { TableView } from "@/lib/views/types";

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-64" /> },
);

export type AnalysisCardProps = {
  readonly id: string;
  readonly planName: string;
  readonly title: string;
  readonly basis: string;
  readonly note?: string | undefined;
  readonly controls?: ReactNode;
  readonly table: TableView;
  /** Without a drawing the table alone is shown. */
  readonly children?: ReactNode;
};

const opensNothing = () => {};

/** The finding, its basis, and the same numbers drawn or as a table. */
export function AnalysisCard(props: AnalysisCardProps) {
  const { id, planName, title, basis, note, controls, table, children } = props;
  const [choice, choose] = useTableChoice(id);
  const headingId = useId();
  const drawn = children !== undefined && choice === "chart";
  return (
    <section aria-labelledby={headingId} className="card min-w-0 px-4 py-4 md:px-5">
      <header className="mb-3 flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1">
          <h2 id={headingId} className="text-lg leading-[1.375rem]">
            {title}
          </h2>
          <p className="mt-0.5 text-ink-3 text-xs">{basis}</p>
        </div>
        <div className="order-last flex basis-full flex-wrap items-center gap-2">
          {controls}
          {children !== undefined && <ChartTableSwitch choice={choice} onChoose={choose} />}
        </div>
        <SaveMenu planName={planName} table={() => table} />
      </header>
      {drawn ? (
        children
      ) : (
        <DataTable
          view={table}
          onOpen={opensNothing}
          {...(children === undefined && { maxHeight: null })}
        />
      )}
      {note && <p className="mt-2 text-ink-3 text-xs">{note}</p>}
    </section>
  );
}

/** While the first answer is on its way, and where it cannot come. */
export function AnalysisWaits({
  title,
  failed,
  height,
}: {
  readonly title: string;
  readonly failed: boolean;
  readonly height: string;
}) {
  return (
    <section aria-label={title} className="card min-w-0 px-4 py-4 md:px-5">
      <h2 className="text-lg leading-[1.375rem]">{title}</h2>
      {failed ? (
        <p role="alert" className="mt-1 text-ink-2 text-sm">
          Not computed: the browser did not start the calculation. Reload the page.
        </p>
      ) : (
        <div className="mt-3">
          <Skeleton className={height} />
        </div>
      )}
    </section>
  );
}
