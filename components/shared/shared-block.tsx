import type { ReactNode } from "react";
import { KindSwatch } from "@/components/charts/kind-swatch";
import { Timeline } from "@/components/charts/timeline";
import { DocumentProse } from "@/components/proposals/document-prose";
import { DocumentTable } from "@/components/proposals/document-table";
import { TornadoChart } from "@/components/sensitivity/tornado-chart";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { inOrder } from "@/components/ui/in-order";
import type { DocumentBlock, ProseParagraph } from "@/lib/views/proposal/document";
import type { ChartKey, Figure, TableView } from "@/lib/views/types";
import { StillChart } from "./still-chart";

/** A document shows; it opens nothing. */
const nothing = () => {};

/** One piece of a section. All of it shows without a script; a chart needs none at all. */
export function SharedBlock(props: {
  readonly block: DocumentBlock;
  readonly sectionTitle: string;
}) {
  const { block, sectionTitle } = props;
  switch (block.kind) {
    case "lead":
      return <Lead paragraphs={block.paragraphs} />;
    case "prose":
      return (
        <div className="text-lg">
          <DocumentProse paragraphs={block.paragraphs} />
        </div>
      );
    case "figures":
      return <Figures figures={block.figures} />;
    case "chart": {
      const { chart } = block;
      return (
        <Finding {...chart} unit={chart.unitLabel}>
          <StillChart view={chart} />
          {chart.keys && <Keys keys={chart.keys} />}
          {chart.note && <Note>{chart.note}</Note>}
          <SameNumbers table={chart.table} title={chart.title} />
        </Finding>
      );
    }
    case "timeline":
      return (
        <Finding {...block.timeline}>
          <div className="mt-3">
            <Timeline view={block.timeline} onOpen={nothing} />
          </div>
        </Finding>
      );
    case "tornado":
      return (
        <Finding {...block.tornado}>
          <div className="mt-3">
            <TornadoChart view={block.tornado} />
          </div>
          <Note>{block.tornado.note}</Note>
        </Finding>
      );
    case "table":
      return (
        <div className="shared-table min-w-0">
          {block.title && <h3 className="mb-1.5 text-lg">{block.title}</h3>}
          <DocumentTable table={block.table} label={`${sectionTitle}: ${block.table.caption}`} />
        </div>
      );
    case "list":
      return (
        <div>
          {block.title && <h3 className="mb-1.5 text-lg">{block.title}</h3>}
          <ul className="grid max-w-[72ch] list-disc gap-1.5 pl-5 text-ink-2 text-lg">
            {inOrder(block.items, (item) => (
              <li>{item}</li>
            ))}
          </ul>
        </div>
      );
    case "columns":
      return (
        <div className="grid gap-x-10 gap-y-5 border-ink border-t pt-3 sm:grid-cols-2">
          {inOrder(block.columns, ({ title, paragraphs }) => (
            <div className="text-base">
              <h3 className="mb-1 text-base">{title}</h3>
              <DocumentProse paragraphs={paragraphs} />
            </div>
          ))}
        </div>
      );
  }
}

function Lead({ paragraphs }: { readonly paragraphs: readonly ProseParagraph[] }) {
  return (
    <div className="shared-lead text-ink-2">
      <DocumentProse paragraphs={paragraphs} />
    </div>
  );
}

type FindingProps = {
  readonly title: string;
  readonly basis: string;
  readonly unit?: string;
  readonly children: ReactNode;
};

function Finding({ title, basis, unit, children }: FindingProps) {
  return (
    <figure className="min-w-0 break-inside-avoid">
      <h3 className="max-w-[60ch] text-xl">{title}</h3>
      <p className="mt-0.5 text-ink-3 text-sm">{basis}</p>
      {unit && <p className="mt-3 mb-1 text-ink-3 text-xs">{unit}</p>}
      {children}
    </figure>
  );
}

function Note({ children }: { readonly children: string }) {
  return <figcaption className="mt-1.5 max-w-[80ch] text-ink-3 text-xs">{children}</figcaption>;
}

function Keys({ keys }: { readonly keys: readonly ChartKey[] }) {
  return (
    <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-xs">
      {inOrder(keys, ({ label, style }) => (
        <span className="inline-flex items-center gap-1.5">
          <KindSwatch style={style} large />
          {label}
        </span>
      ))}
    </p>
  );
}

function SameNumbers({ table, title }: { readonly table: TableView; readonly title: string }) {
  return (
    <details className="mt-2 text-sm print:hidden">
      <summary className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11">
        Same numbers as a table
      </summary>
      <div className="shared-table mt-2">
        <DocumentTable table={table} label={`${title}: ${table.caption}`} />
      </div>
    </details>
  );
}

function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="grid grid-cols-2 border-ink border-t-2 border-b border-b-line md:grid-cols-4">
      {inOrder(figures, ({ label, value, note, evidence }) => (
        <div className="row-span-3 grid grid-rows-subgrid gap-0 border-line px-4 py-3 max-md:odd:pl-0 max-md:even:border-l max-md:[&:nth-child(n+3)]:border-t md:first:pl-0 md:not-first:border-l md:not-first:pl-5">
          <dt className="self-end text-ink-3 text-sm">{label}</dt>
          <dd className="text-2xl text-figure">
            {value}
            {evidence && <EvidenceMark evidence={evidence} className="ml-1.5" />}
          </dd>
          {note && <dd className="text-ink-3 text-sm">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
