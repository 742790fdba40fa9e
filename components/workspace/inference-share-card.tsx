"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useMemo, useRef } from "react";
import { SaveMenu } from "@/components/charts/save-menu";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { inferenceShareReference } from "@/lib/catalog/inference-share";
import {
  type InferenceShareView,
  inferenceShareView,
  type SharePart,
  type ShareRow,
} from "@/lib/views/inference-share";
import { shownOption } from "./option-select";
import { useLiveState } from "./use-live-state";

/** How much of one option serves and how much trains, by year, held against the world. */
export function InferenceShareCard() {
  const place = useRef<HTMLDivElement>(null);
  const state = useLiveState(place);
  const [chosen] = useQueryState("option", parseAsString);
  const optionId = shownOption(state, chosen);
  const view = useMemo(
    () =>
      optionId === undefined ? null : inferenceShareView(state, optionId, inferenceShareReference),
    [state, optionId],
  );
  return (
    <div ref={place} className="min-w-0">
      {view && (
        <section aria-labelledby="inference-share" className="card min-w-0 px-4 py-4 md:px-5">
          <header className="mb-3 flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <h2 id="inference-share" className="text-base">
                {view.title}
              </h2>
              <p className="mt-0.5 text-ink-3 text-xs">{view.basis}</p>
            </div>
            <SaveMenu planName={state.plan.name} table={() => view.table} />
          </header>
          <Shares view={view} />
        </section>
      )}
    </div>
  );
}

function Shares({ view }: { readonly view: InferenceShareView }) {
  const { measures, rows, world, source } = view;
  return (
    <table className="w-full border-collapse text-sm">
      <thead>
        <tr className="text-left text-ink-3 text-xs">
          <th scope="col" className="w-24 py-1 pr-3 font-label max-sm:w-16">
            Year
          </th>
          {measures.map((measure) => (
            <th key={measure} scope="col" className="px-2 py-1 font-label">
              {measure}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} fill="bg-accent" />
        ))}
      </tbody>
      <tbody>
        <tr className="border-line border-t">
          <th
            scope="rowgroup"
            colSpan={measures.length + 1}
            className="pt-3 pb-1 text-left font-text text-ink-3 text-xs"
          >
            All AI compute in the world, roughly:{" "}
            <a className="link" href={source.url} target="_blank" rel="noreferrer">
              {source.text}
            </a>{" "}
            <EvidenceMark evidence={source.evidence} />
          </th>
        </tr>
        {world.map((row) => (
          <Row key={row.id} row={row} fill="bg-ink-3" />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, fill }: { readonly row: ShareRow; readonly fill: string }) {
  const parts = ["spend", "compute", "energy"] as const;
  return (
    <tr>
      <th scope="row" className="py-1 pr-3 text-left font-text text-ink-2">
        {row.label}
      </th>
      {parts.map((id, index) => (
        <td key={id} className="px-2 py-1">
          <Part part={row.parts[index]} fill={fill} />
        </td>
      ))}
    </tr>
  );
}

function Part({ part, fill }: { readonly part: SharePart | undefined; readonly fill: string }) {
  if (part === undefined || part.fraction === null)
    return <span className="text-ink-3 text-xs">{part?.text}</span>;
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="h-1.5 min-w-0 flex-1 bg-line max-sm:hidden">
        <span className={`block h-full ${fill}`} style={{ width: `${100 * part.fraction}%` }} />
      </span>
      <span className="w-16 text-figure">{part.text}</span>
    </span>
  );
}
