"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { ChartTableSwitch } from "@/components/charts/chart-table-switch";
import type { ChartOrTable } from "@/components/charts/use-table-choice";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { Skeleton } from "@/components/ui/skeleton";
import { useWorkspaceValue } from "@/components/workspace/workspace-context";
import type { FrontThroughput } from "@/lib/engine/types";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { measuredText } from "@/lib/views/explain-front";
import { inputHref } from "@/lib/views/links";
import { frontView } from "@/lib/views/throughput-front";
import { Fold } from "../fold";
import { FrontChart } from "./front-chart";
import { FrontPoints } from "./front-points";
import { finishedFront } from "./throughput";

const DataTable = dynamic(
  () => import("@/components/tables/data-table").then((module) => module.DataTable),
  { ssr: false, loading: () => <Skeleton className="h-40" /> },
);

/** A measured front: drawn or as a table, in words, with its targets, and its points to change. */
export function FrontFields(props: {
  readonly name: string;
  readonly row: FrontThroughput;
  readonly workload: InferenceWorkload | undefined;
}) {
  const { name, row, workload } = props;
  const isFinished = finishedFront(row);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4" data-field={`${name}.front`} tabIndex={-1}>
      {isFinished && workload && <Drawn row={row} workload={workload} />}
      <Fold
        title="Points"
        summary={isFinished ? measuredText(row.front) : "not all of them are numbers yet"}
        open={!isFinished}
      >
        <FrontPoints name={name} front={row.front} />
      </Fold>
    </div>
  );
}

function Drawn(props: { readonly row: FrontThroughput; readonly workload: InferenceWorkload }) {
  const { row, workload } = props;
  const [choice, choose] = useState<ChartOrTable>("chart");
  const planId = useWorkspaceValue((state) => state.stored.id);
  const view = frontView(row, workload);
  const [finding, why] = view.words;
  const { evidence } = row.front;
  return (
    <section aria-label="Measured front" className="grid min-w-0 grid-cols-1 gap-3">
      <div className="flex flex-wrap items-start gap-3">
        <p role="status" className="min-w-0 grow basis-64 text-sm">
          <span className={view.isMissed ? "font-label text-warn" : "font-label"}>{finding}</span>{" "}
          <span className="text-ink-2">{why}</span>
        </p>
        <ChartTableSwitch choice={choice} onChoose={choose} />
      </div>
      {choice === "chart" ? <FrontChart view={view} /> : <DataTable view={view.table} />}
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-ink-3 text-xs">
        <span className="flex items-baseline gap-1.5">
          <EvidenceMark evidence={evidence} />
          {view.source ?? evidence}
        </span>
        <span>
          {view.targets}{" "}
          <Link
            className="link"
            href={inputHref(
              planId,
              `workloads.${workload.id}.timePerOutputTokenTargetMilliseconds`,
            )}
          >
            Change the targets
          </Link>
        </span>
      </p>
    </section>
  );
}
