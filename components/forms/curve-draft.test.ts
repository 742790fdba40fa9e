import { describe, expect, it } from "vitest";
import { growthCurve, pricePath } from "@/lib/schemas/curve";
import { curveOfKind, growthKinds, kindShown, priceKinds } from "./curve-draft";

const compound = {
  kind: "compound",
  ratePerYearFraction: { value: 0.6, evidence: "estimated", source: "Claims forecast" },
} as const;

describe("curveOfKind", () => {
  it("gives a curve that the schema takes, for every kind", () => {
    for (const kind of growthKinds) {
      const curve = curveOfKind(kind, compound, "growth");
      expect(growthCurve.safeParse(curve).success, kind).toBe(true);
      expect(kindShown(curve)).toBe(kind);
    }
    const path = pricePath("Power price change", [-0.1, 0.2]);
    for (const kind of priceKinds) {
      const curve = curveOfKind(kind, compound, "price");
      expect(path.safeParse(curve).success, kind).toBe(true);
      expect(kindShown(curve)).toBe(kind);
    }
  });

  it("keeps the person's own curve when its kind is chosen again", () => {
    expect(curveOfKind("compound", compound, "growth")).toBe(compound);
  });
});
