import { describe, expect, it } from "vitest";
import { publishedCases } from "../testing/published/cases";

describe("published cases", () => {
  it.each(publishedCases)("$name ($id): $title", ({ results }) => {
    for (const { what, ours, published, within, unit } of results()) {
      const words = `${what}: ${ours} ${unit}, published ${published}`;
      expect(Math.abs(ours - published), words).toBeLessThanOrEqual(within);
    }
  });
});
