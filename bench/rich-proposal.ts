import { sampleProposal } from "@/lib/exporters/proposal-pdf/testing/sample-proposal";
import type {
  DocumentBlock,
  DocumentSection,
  ProposalDocument,
} from "@/lib/views/proposal/document";

const chapters = 6;

/** Twenty pages or so of charts, timelines, tables and prose, each chapter with its own finding. */
export function richProposal(): ProposalDocument {
  const sample = sampleProposal();
  const blocks = sample.sections.flatMap((section) => section.blocks);
  const drawn = blocks.filter(({ kind }) => kind === "chart");
  const others = blocks.filter(({ kind }) => kind === "timeline" || kind === "tornado");
  const words = blocks.filter(({ kind }) => kind === "lead" || kind === "columns");
  const table = blocks.find(({ kind }) => kind === "table");
  const [summary] = sample.sections;
  const sections = Array.from(
    { length: chapters },
    (_, nth): DocumentSection => ({
      id: `chapter-${nth}`,
      title: `Chapter ${nth + 1}`,
      blocks: [...words, ...drawn, ...others, ...(table ? [table] : [])].map((block) =>
        retitled(block, nth),
      ),
    }),
  );
  return { ...sample, sections: summary ? [summary, ...sections] : sections };
}

/** No two chapters read alike, so that nothing is drawn once for all of them. */
function retitled(block: DocumentBlock, nth: number): DocumentBlock {
  if (block.kind !== "chart") return block;
  const { chart } = block;
  const scaled = (value: number | null) => (value === null ? null : value * (1 + nth / 50));
  return {
    kind: "chart",
    chart: {
      ...chart,
      id: `${chart.id}-${nth}`,
      title: `${chart.title}, chapter ${nth + 1}`,
      series: chart.series.map((series) => ({ ...series, values: series.values.map(scaled) })),
      table: chart.table,
    },
  };
}

export function drawingsIn({ sections }: ProposalDocument): number {
  const drawn = new Set(["chart", "timeline", "tornado"]);
  return sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => drawn.has(kind)).length;
}
