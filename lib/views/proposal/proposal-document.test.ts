import { describe, expect, it } from "vitest";
import type { ProposalSection } from "@/lib/schemas/proposal";
import type { RichText } from "@/lib/schemas/rich-text";
import { examplePlan, resultsOf, textsOf } from "../testing/example";
import type { ProposalDocument } from "./document";
import { proposalFigures } from "./figures";
import { goneFiguresOf, proposalDocument } from "./proposal-document";
import { testContent, testHouse, testMaterial } from "./testing/proposal";

const claims = examplePlan("claims-assistant");
const material = testMaterial(resultsOf(claims));
const of = (given: Partial<Parameters<typeof proposalDocument>[0]> = {}): ProposalDocument =>
  proposalDocument({
    ...{ content: testContent(), material, house: testHouse, name: "Proposal 3", issued: null },
    ...given,
  });

const ownText = (body: RichText): ProposalSection => ({
  ...{ id: "own", kind: "text", title: "Why now", isShown: true, body },
});
const namedTotal: RichText = [
  {
    style: "plain",
    runs: [
      { kind: "text", text: "It costs " },
      { kind: "figure", key: "total:on-premises", label: "Total" },
      { kind: "text", text: "." },
    ],
  },
];
const proseIn = ({ sections }: ProposalDocument) =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === "prose" || block.kind === "lead"
        ? block.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(""))
        : [],
    ),
  );

describe("the document of a proposal", () => {
  it("says that a demand is missing, and never that it is 0", () => {
    const [first, ...rest] = claims.workloads;
    if (first?.kind !== "inference") throw new Error("no inference workload");
    const requestsPerMonth = { ...first.requestsPerMonth, value: null };
    const workloads = [{ ...first, requestsPerMonth }, ...rest];
    const lacking = testMaterial(resultsOf({ ...claims, workloads }));
    const need = of({ material: lacking }).sections.find(({ id }) => id === "need");
    const words = textsOf(need).join("\n");
    expect(words).toMatch(/How much .* serves is missing/);
    expect(words).toContain("missing");
    expect(words).not.toMatch(/\b0 tokens/);
    expect(proposalFigures(lacking).has("servedTokens")).toBe(false);
  });

  it("has its sections in the order that was chosen, without those that were hidden or say nothing", () => {
    const { sections } = of({
      content: testContent({
        sections: testContent()
          .sections.filter(({ kind }) => kind === "method" || kind === "need" || kind === "lines")
          .toReversed()
          .map((section) => ({ ...section, isShown: section.kind !== "lines" })),
      }),
    });
    expect(sections.map(({ id }) => id)).toEqual(["method", "need"]);
  });

  it("says in prose what the engine computed, and says it anew when the plan moves", () => {
    const content = testContent({ sections: [ownText(namedTotal)] });
    const total = proposalFigures(material).get("total:on-premises")?.value;
    expect(total).toMatch(/^\$\d\.\d\dM$/);
    expect(proseIn(of({ content }))).toEqual([`It costs ${total}.`]);
    const dearer = testMaterial(
      resultsOf(claims, {
        changes: [{ path: "options.on-premises.quote.serverPrice", value: 900_000 }],
      }),
    );
    const moved = proposalFigures(dearer).get("total:on-premises")?.value;
    expect(moved).not.toBe(total);
    expect(proseIn(of({ content, material: dearer }))).toEqual([`It costs ${moved}.`]);
  });

  it("names a figure that is gone, and never prints a number in its place", () => {
    const content = testContent({ sections: [ownText(namedTotal)] });
    const options = claims.options.filter(({ id }) => id !== "on-premises");
    const without = testMaterial(resultsOf({ ...claims, options, scenarios: [] }));
    expect(proseIn(of({ content, material: without }))).toEqual([
      "It costs [Total: no longer in the plan].",
    ]);
    expect(goneFiguresOf(content, without)).toEqual([
      { sectionId: "own", title: "Why now", labels: ["Total"] },
    ]);
    expect(goneFiguresOf(content, material)).toEqual([]);
  });

  it("is data alone: kept as text and read again it is the same", () => {
    const document = of();
    expect(document.sections.map(({ id }) => id)).toContain("summary");
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it("adds up: the lines of each option are its total, on paper as on screen", () => {
    const { blocks } = of().sections.find(({ id }) => id === "lines") ?? { blocks: [] };
    expect(blocks.length).toBe(material.results.projection.ranking.length);
    for (const block of blocks) {
      if (block.kind !== "table") throw new Error("not a table");
      const sum = block.table.rows
        .map(({ cells }) => Number(cells.at(-1)?.sort))
        .reduce((all, one) => all + one, 0);
      expect(sum).toBeCloseTo(Number(block.table.totals?.at(-1)?.sort), 2);
    }
  });

  it("says no more than words where no option is complete", () => {
    const bare = testMaterial(resultsOf({ ...claims, options: [], scenarios: [] }));
    const document = of({ material: bare });
    expect(proseIn(document)[0]).toBe("No option has all its figures yet, so nothing is proposed.");
    expect(textsOf(document).join(" ")).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});
