import { expect, it } from "vitest";
import { sampleProposal } from "@/lib/exporters/proposal-pdf/testing/sample-proposal";
import type { ProposalDocument } from "./document";
import { sharedDocument } from "./shared-document";

const canary = "CANARY-7c1e";

/** Every field of a document that no reader is shown, filled; and one that nobody has thought of yet, everywhere. */
function withCanaries<T>(value: T, inApp = new Set(["opens", "apart", "about"])): T {
  if (Array.isArray(value)) return value.map((one) => withCanaries(one, inApp)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, held]) => {
    if (inApp.has(key)) return [key, canary];
    if ((key === "id" || key === "path" || key === "figureKey") && held !== null)
      return [key, canary];
    if (key === "href") return [key, `/plans/${canary}`];
    if (key === "sort") return [key, canary];
    return [key, withCanaries(held, inApp)];
  });
  return Object.fromEntries([...entries, ["notes", canary], ["createdByName", canary]]) as T;
}

const texts = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(texts)
      : [];

const document = sampleProposal();

it("gives the fields that are drawn, and no other one of any block", () => {
  const kinds = new Set(document.sections.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)));
  expect(kinds.size).toBeGreaterThanOrEqual(8);
  const planted: ProposalDocument = withCanaries(document);
  expect(JSON.stringify(planted)).toContain(canary);
  expect(JSON.stringify(sharedDocument(planted))).not.toContain(canary);
});

it("keeps every word that is drawn", () => {
  const shared = new Set(texts(sharedDocument(document)));
  const drawn = document.sections.flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) =>
      block.kind === "table"
        ? block.table.rows.flatMap(({ cells }) => cells.map(({ text }) => text))
        : block.kind === "lead" || block.kind === "prose"
          ? block.paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text))
          : block.kind === "chart"
            ? [block.chart.title, ...block.chart.series.map(({ label }) => label)]
            : [],
    ),
  ]);
  expect(drawn.length).toBeGreaterThan(50);
  expect(drawn.filter((text) => !shared.has(text))).toEqual([]);
});

it("keeps a link to the world and drops one into the application", () => {
  const run = { text: "x", isBold: false, isItalic: false, figureKey: null };
  const links = [
    "https://example.com/a",
    "mailto:a@example.com",
    "/plans/1",
    "javascript:alert(1)",
  ];
  const linked: ProposalDocument = {
    ...document,
    sections: [
      {
        ...{ id: "a", title: "A" },
        blocks: [
          {
            kind: "prose",
            paragraphs: [{ style: "plain", runs: links.map((href) => ({ ...run, href })) }],
          },
        ],
      },
    ],
  };
  const [block] = sharedDocument(linked).sections[0]?.blocks ?? [];
  const kept = block?.kind === "prose" ? block.paragraphs[0]?.runs.map(({ href }) => href) : [];
  expect(kept).toEqual(["https://example.com/a", "mailto:a@example.com", null, null]);
});
