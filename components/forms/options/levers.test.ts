import { describe, expect, it } from "vitest";
import { type Lever, lever, leverKinds } from "@/lib/schemas/lever";
import { assumed } from "../provenance";
import { blankLever, ofKind } from "./levers";

const named = (row: object) => ({ ...row, id: "one" }) as Lever;

describe("levers of a form", () => {
  it("offers each kind once, whole as its schema wants it", () => {
    const made: Lever[] = [];
    for (const kind of leverKinds) {
      const next = named({ ...blankLever(made), id: "one" });
      expect(next.kind).toBe(kind);
      expect(lever.safeParse(next).success).toBe(true);
      made.push(next);
    }
  });

  it("keeps what two kinds share, and nothing that the new one does not know", () => {
    const quantized = named({
      kind: "quantization",
      speedRatio: assumed(2),
      reach: "included",
      isOn: false,
      startMonth: assumed(7),
    });
    const draft = ofKind(quantized, "speculative-decoding");
    expect(draft).toEqual({ ...quantized, kind: "speculative-decoding" });
    const routed = ofKind(quantized, "model-routing");
    expect(lever.safeParse(routed).success).toBe(true);
    expect(routed).toMatchObject({ reach: "added", isOn: false, startMonth: assumed(7) });
    const share = { ...routed, requestsFraction: assumed(0.4) } as Lever;
    expect(ofKind(share, "edge-offload")).toMatchObject({
      requestsFraction: assumed(0.4),
      devicesCost: { value: null },
    });
  });
});
