import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/schemas/plan";
import type { ProposalContent } from "@/lib/schemas/proposal";
import { examplePlan, textsOf } from "../testing/example";
import { type ChangesSide, draftSide, issueChanges, issueSide } from "./issue-changes";
import { testContent } from "./testing/proposal";

const claims = examplePlan("claims-assistant");
const sideOf = (plan: Plan, content: ProposalContent = testContent()): ChangesSide => {
  const side = draftSide({ plan, content, quotes: [] });
  if (!side) throw new Error("nothing to compare");
  return side;
};
/** As it is read from the snapshot's text. */
const frozen = (plan: Plan, content = testContent()): ChangesSide => {
  const { material, engineVersion } = sideOf(plan, content);
  const results = material.results.projection;
  const kept = { proposal: { content }, plan, quotes: [], results, engineVersion };
  const side = issueSide(JSON.parse(JSON.stringify(kept)));
  if (!side) throw new Error("nothing to compare");
  return side;
};
const dearer: Plan = {
  ...claims,
  options: claims.options.map((option) =>
    option.id === "on-premises" && option.kind === "on-premises" && option.quote
      ? {
          ...option,
          quote: { ...option.quote, serverPrice: { ...option.quote.serverPrice, value: 400_000 } },
        }
      : option,
  ),
};

describe("what changed since an issue", () => {
  it("is nothing for the same plan and words, to the last digit", () => {
    const changes = issueChanges(frozen(claims), sideOf(claims));
    expect(changes).toMatchObject({ isSame: true, notes: [], parts: [], texts: [], quotes: [] });
    expect(changes.breakEven).toBeNull();
    for (const { text, totals, lines } of changes.results)
      expect([text, totals, lines]).toEqual([
        "No change: every figure is the same, to the last digit.",
        null,
        null,
      ]);
  });

  it("names the input, the totals and the cost lines that moved, and those alone", () => {
    const changes = issueChanges(frozen(claims), sideOf(dearer));
    expect(changes.isSame).toBe(false);
    expect(changes.parts.map(({ name, fields }) => [name, fields.length])).toEqual([
      [claims.options.find(({ id }) => id === "on-premises")?.name, 1],
    ]);
    const [moved, ...others] = changes.results.toSorted(
      (a, b) => Number(b.totals !== null) - Number(a.totals !== null),
    );
    expect(moved?.optionId).toBe("on-premises");
    expect(others.filter(({ optionId }) => optionId === "api").every((one) => !one.totals)).toBe(
      true,
    );
    const rows = moved?.lines?.rows ?? [];
    const lines = rows.filter(({ id }) => !id.startsWith("all:"));
    expect(lines.length).toBeGreaterThan(0);
    const sorted = (cells: (typeof rows)[number]["cells"]) => Number(cells.at(-1)?.sort);
    const sum = lines.reduce((all, { cells }) => all + sorted(cells), 0);
    expect(sum).toBeCloseTo(sorted(moved?.lines?.totals ?? []), 2);
    for (const { cells } of lines) expect(cells.at(-1)?.text).toMatch(/^[+\u2212]/);
  });

  it("shows words before and now, sections that came and went, and their order", () => {
    const { sections } = testContent();
    const [first, second, ...rest] = sections;
    if (!first || !second) throw new Error("no sections");
    const own = (text: string) => ({
      ...{ id: "own", kind: "text" as const, title: "Why now", isShown: true },
      body: [{ style: "plain" as const, runs: [{ kind: "text" as const, text }] }],
    });
    const before = testContent({ sections: [first, second, ...rest, own("Prices fall.")] });
    const after = testContent({
      title: "Rent for the peak",
      sections: [second, { ...first, isShown: false }, ...rest.slice(1), own("Prices rise.")],
    });
    const { texts, isSame } = issueChanges(frozen(claims, before), sideOf(claims, after));
    expect(isSame).toBe(false);
    expect(texts.map(({ id, kind }) => [id, kind])).toEqual([
      ["proposal", "changed"],
      ["order", "changed"],
      [first.id, "changed"],
      ["own", "changed"],
      [rest[0]?.id, "removed"],
    ]);
    expect(textsOf(texts).join("\n")).toMatch(/Prices fall\.[\s\S]*Prices rise\./);
  });

  it("says before all else that another option is proposed", () => {
    const [first, second] = claims.options;
    const before = testContent({ optionId: first?.id ?? null });
    const after = testContent({ optionId: second?.id ?? null });
    expect(issueChanges(frozen(claims, before), sideOf(claims, after)).notes).toEqual([
      `The answer changed: ${first?.name} was proposed, and now it is ${second?.name}.`,
    ]);
    expect(issueChanges(frozen(claims, before), sideOf(claims, before)).notes).toEqual([]);
  });

  it("says an option that came, an engine that is another, and a currency that is", () => {
    const without = { ...claims, options: claims.options.slice(1), scenarios: [] };
    const added = issueChanges(frozen(without), sideOf({ ...claims, scenarios: [] }));
    const [option] = claims.options;
    expect(added.results.find(({ optionId }) => optionId === option?.id)?.text).toBe(
      "It is new, or was not complete before.",
    );
    expect(textsOf(added).join(" ")).not.toMatch(/NaN|Infinity|undefined/);
    const then = { ...frozen(claims), engineVersion: "0.9" };
    const [note] = issueChanges(then, sideOf(claims)).notes;
    expect(note).toMatch(/^The issue was computed by engine 0\.9, this by engine 1\.0/);
  });
});
