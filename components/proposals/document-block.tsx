"use client";

import { Chart } from "@/components/charts/chart";
import { KindSwatch } from "@/components/charts/kind-swatch";
import { Timeline } from "@/components/charts/timeline";
import { TornadoChart } from "@/components/sensitivity/tornado-chart";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import type { DocumentBlock as Block } from "@/lib/views/proposal/document";
import type { ChartView, Figure } from "@/lib/views/types";
import { DocumentProse } from "./document-prose";
import { DocumentTable } from "./document-table";

const chartHeight = 300;
/** A document shows; it opens nothing. */
const nothing = () => {};

/** One piece of a section, as a reader sees it. */
export function DocumentBlock(props: {
  readonly block: Block;
  /** Title of its section: one table may stand in two of them. */
  readonly sectionTitle: string;
}) {
  const { block, sectionTitle } = props;
  switch (block.kind) {
    case "lead":
      return <DocumentProse lead paragraphs={block.paragraphs} />;
    case "prose":
      return <DocumentProse paragraphs={block.paragraphs} />;
    case "figures":
      return <Figures figures={block.figures} />;
    case "chart":
      return <ChartBlock chart={block.chart} />;
    case "timeline":
      return (
        <figure className="min-w-0">
          <Finding title={block.timeline.title} basis={block.timeline.basis} />
          <Timeline view={block.timeline} onOpen={nothing} />
        </figure>
      );
    case "tornado":
      return (
        <figure className="min-w-0">
          <Finding title={block.tornado.title} basis={block.tornado.basis} />
          <TornadoChart view={block.tornado} />
          <figcaption className="mt-2 text-ink-3 text-xs">{block.tornado.note}</figcaption>
        </figure>
      );
    case "table":
      return (
        <div className="min-w-0">
          {block.title && <h3 className="mb-1 text-base">{block.title}</h3>}
          <DocumentTable table={block.table} label={`${sectionTitle}: ${block.table.caption}`} />
        </div>
      );
    case "list":
      return (
        <div>
          {block.title && <h3 className="mb-1 text-base">{block.title}</h3>}
          <ul className="grid max-w-[72ch] list-disc gap-1 pl-5 text-sm">
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      );
    case "columns":
      return (
        <div className="grid gap-x-8 gap-y-4 border-ink border-t pt-3 sm:grid-cols-2">
          {block.columns.map(({ title, paragraphs }) => (
            <div key={title} className="text-sm">
              <h3 className="mb-1 text-sm">{title}</h3>
              <DocumentProse paragraphs={paragraphs} />
            </div>
          ))}
        </div>
      );
  }
}

function Finding({ title, basis }: { readonly title: string; readonly basis: string }) {
  return (
    <div className="mb-2">
      <h3 className="max-w-[60ch] text-lg leading-[1.375rem]">{title}</h3>
      <p className="mt-0.5 text-ink-3 text-xs">{basis}</p>
    </div>
  );
}

function ChartBlock({ chart }: { readonly chart: ChartView }) {
  return (
    <figure className="min-w-0">
      <Finding title={chart.title} basis={chart.basis} />
      <p className="mb-1 text-ink-3 text-xs">{chart.unitLabel}</p>
      <Chart view={chart} height={chartHeight} />
      {chart.keys && (
        <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-xs">
          {chart.keys.map(({ label, style }) => (
            <span key={label} className="inline-flex items-center gap-1.5">
              <KindSwatch style={style} large />
              {label}
            </span>
          ))}
        </p>
      )}
      {chart.note && <figcaption className="mt-1 text-ink-3 text-xs">{chart.note}</figcaption>}
    </figure>
  );
}

function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="grid grid-cols-2 border-ink border-t-2 border-b border-b-line md:grid-cols-4">
      {figures.map(({ id, label, value, note, evidence }) => (
        <div
          key={id}
          className="border-line px-3 py-2.5 max-md:odd:pl-0 max-md:even:border-l md:first:pl-0 md:not-first:border-l"
        >
          <dt className="text-ink-3 text-xs">{label}</dt>
          <dd className="font-title text-2xl leading-tight">
            {value}
            {evidence && <EvidenceMark evidence={evidence} className="ml-1.5" />}
          </dd>
          {note && <dd className="text-ink-3 text-xs">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
