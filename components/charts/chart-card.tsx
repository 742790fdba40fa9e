"use client";

import { clsx } from "clsx";
import dynamic from "next/dynamic";
import { type ReactNode, useCallback, useId, useRef } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { ChartView, FigureRef } from "@/lib/views/types";
import { Chart } from "./chart";
import type { ChartSource } from "./chart-source";
import { ChartTableSwitch } from "./chart-table-switch";
import { KindSwatch } from "./kind-swatch";
import { SaveMenu } from "./save-menu";
import type { TableChoice } from "./use-table-choice";

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-64" /> },
);

export type ChartCardProps = {
  readonly view: ChartView;
  readonly source?: ChartSource;
  readonly planName: string;
  readonly height: number;
  readonly shownAs: TableChoice;
  /** A smaller heading for a card beside others. */
  readonly small?: boolean;
  /** Controls under the finding instead of beside it. */
  readonly stacked?: boolean;
  readonly controls?: ReactNode;
  readonly children?: ReactNode;
  readonly onOpen: (ref: FigureRef) => void;
};

/** The finding, its basis, and the same numbers as a chart or as a table. */
export function ChartCard(props: ChartCardProps) {
  const { view, source, planName, height, shownAs, small, stacked, controls, children, onOpen } =
    props;
  const [choice, choose] = shownAs;
  const headingId = useId();
  const drawn = useRef<readonly HTMLCanvasElement[]>([]);
  const keepCanvases = useCallback((canvases: readonly HTMLCanvasElement[]) => {
    drawn.current = canvases;
  }, []);
  const current = useRef(() => view);
  current.current = () => source?.latest() ?? view;
  const table = useCallback(() => current.current().table, []);
  const picture = useCallback(async () => {
    const { chartPicture } = await import("./save-picture");
    return chartPicture(drawn.current, current.current());
  }, []);
  return (
    // Above its neighbours while it is read: a box with many values reaches over the edge.
    <section
      aria-labelledby={headingId}
      className="card relative flex min-w-0 flex-col px-4 py-4 focus-within:z-1 hover:z-1 md:px-5"
    >
      <header className="mb-2 flex flex-wrap items-start gap-x-2 gap-y-2 md:gap-x-3">
        <div className={small ? "min-w-0 flex-1 sm:min-w-56" : "min-w-0 flex-1 md:min-w-md"}>
          <h2 id={headingId} className={small ? "text-base" : "text-lg leading-[1.375rem]"}>
            {view.title}
          </h2>
          <p className="mt-0.5 text-ink-3 text-xs">{view.basis}</p>
        </div>
        <div
          className={clsx(
            "flex flex-wrap items-center gap-2 max-sm:order-last max-sm:basis-full",
            (small || stacked) && "order-last basis-full",
          )}
        >
          {controls}
          <ChartTableSwitch choice={choice} onChoose={choose} />
        </div>
        <SaveMenu
          planName={planName}
          table={table}
          picture={choice === "chart" ? picture : undefined}
        />
      </header>
      {choice === "chart" ? (
        <>
          <p className="mt-auto text-2xs text-ink-3">{view.unitLabel}</p>
          <Chart
            view={view}
            source={source}
            height={height}
            onOpen={onOpen}
            onCanvases={keepCanvases}
          />
          {view.keys && <Keys keys={view.keys} levels={view.levels?.label} />}
          {view.note && <p className="mt-1 text-ink-3 text-xs">{view.note}</p>}
        </>
      ) : (
        <DataTable view={view.table} onOpen={onOpen} maxHeight={height + 40} />
      )}
      {children}
    </section>
  );
}

function Keys({
  keys,
  levels,
}: {
  readonly keys: NonNullable<ChartView["keys"]>;
  readonly levels: string | undefined;
}) {
  return (
    <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-xs">
      {keys.map(({ label, style }) => (
        // Not the label: a share in it moves with the slider, and the swatch would be made anew.
        <span key={Object.values(style).join(" ")} className="inline-flex items-center gap-1.5">
          <KindSwatch style={style} large />
          {label}
        </span>
      ))}
      {levels && (
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="h-[3px] w-5 bg-ink" />
          {levels}
        </span>
      )}
    </p>
  );
}
