import { describe, expect, it } from "vitest";
import { testContent, testLine } from "@/lib/testing/quote";
import { quotedOrigin } from "./quoted-origin";

describe("what of a quote a figure is made of", () => {
  it("is its lines, with freight where the price carries it", () => {
    const content = testContent();
    expect(quotedOrigin(content, "serverPrice")).toEqual({ lines: [1], terms: ["freight"] });
    expect(quotedOrigin(content, "networkPrice")).toEqual({ lines: [2], terms: [] });
    expect(quotedOrigin(content, "installationPrice")).toEqual({ lines: [3], terms: [] });
    expect(quotedOrigin(content, "supportPerYearFraction")).toEqual({ lines: [4], terms: [] });
  });

  it("is a term where no line says it, and the support that takes the place of a warranty", () => {
    const content = testContent();
    expect(quotedOrigin(content, "leadTimeMonths").terms).toEqual(["leadTimeWeeks"]);
    expect(quotedOrigin(content, "serverPower").terms).toEqual(["powerKilowatts"]);
    expect(quotedOrigin(content, "warrantyMonths")).toEqual({ lines: [4], terms: [] });
    const without = testContent({ lines: content.lines.slice(0, 3) });
    expect(quotedOrigin(without, "warrantyMonths").terms).toEqual(["warrantyMonths"]);
  });

  it("has one-off lines of no kind with the first price there is", () => {
    const rails = testLine({ category: "other", description: "Rails" });
    const [, network] = testContent().lines;
    const content = testContent({ lines: [rails, ...(network ? [network] : [])] });
    expect(quotedOrigin(content, "networkPrice")).toEqual({ lines: [1, 2], terms: ["freight"] });
    expect(quotedOrigin(content, "serverPrice")).toEqual({ lines: [], terms: [] });
  });
});
