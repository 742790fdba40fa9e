import type { ComparedIceberg, Iceberg, IcebergFactor } from "./types";

type Kind = IcebergFactor["kind"] | "rate";
type Held = { readonly factor: number; readonly inputs: readonly string[] };

/** A factor this near to 1 says nothing. */
const leastFactor = 0.005;

/**
 * One option's factors, or its factors over the other's; levers of one kind act as one, and the bare
 * rate stands beside them where two are compared. What gives most first, then what takes.
 * cost without a factor alone = cost x factor. docs/model.md, "Iceberg".
 */
export function comparedIceberg(iceberg: Iceberg, other: Iceberg | null): ComparedIceberg {
  const mine = byKind(iceberg);
  const theirs = other ? byKind(other) : new Map<Kind, Held>();
  const kinds = [...new Set([...mine.keys(), ...theirs.keys()])];
  const factors = kinds
    .filter((kind) => other !== null || kind !== "rate")
    .map((kind) => {
      const [one, two] = [mine.get(kind), theirs.get(kind)];
      const factor = (one?.factor ?? 1) / (two?.factor ?? 1);
      return {
        kind,
        factor,
        inputs: [...(one?.inputs ?? []), ...(two?.inputs ?? [])],
        costPerMillionTokensWithout: iceberg.costPerMillionTokens * factor,
      };
    })
    .filter(({ factor }) => Math.abs(factor - 1) >= leastFactor)
    .toSorted((a, b) => b.factor - a.factor);
  return {
    priceRatio: other ? iceberg.pricePerAcceleratorHour / other.pricePerAcceleratorHour : null,
    costRatio: other ? iceberg.costPerMillionTokens / other.costPerMillionTokens : null,
    tokensRatio: other
      ? iceberg.tokensPerAcceleratorHour / other.tokensPerAcceleratorHour
      : iceberg.factors.reduce((product, { factor }) => product * factor, 1),
    factors,
  };
}

function byKind(iceberg: Iceberg): Map<Kind, Held> {
  const { tokensPerSecondPerAccelerator: factor, rateInputs: inputs } = iceberg;
  const found = new Map<Kind, Held>([["rate", { factor, inputs }]]);
  for (const one of iceberg.factors) {
    const held = found.get(one.kind);
    found.set(one.kind, {
      factor: (held?.factor ?? 1) * one.factor,
      inputs: [...(held?.inputs ?? []), ...one.inputs],
    });
  }
  return found;
}
