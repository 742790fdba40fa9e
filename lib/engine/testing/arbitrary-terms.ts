import fc from "fast-check";
import { type Financing, leaseEnds } from "@/lib/schemas/financing";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { depreciationMethods, type ResidualCurve } from "@/lib/schemas/purchase-terms";
import { money, number, whole } from "./arbitrary-figure";
import { assumed } from "./plans";

const residualCurve: fc.Arbitrary<ResidualCurve> = fc
  .uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 4 })
  .chain((ages) =>
    fc.record({
      points: fc.tuple(
        ...ages
          .toSorted((a, b) => a - b)
          .map((ageMonths) =>
            fc
              .integer({ min: 0, max: 60 })
              .map((percent) => ({ ageMonths, fraction: percent / 100 })),
          ),
      ),
      evidence: fc.constant("assumed" as const),
    }),
  );

/** A buyout below the lease's residual, or beside a payment of its own, could make a dearer server cheaper. */
const financing: fc.Arbitrary<Financing> = fc.oneof(
  fc.record({
    kind: fc.constant("loan" as const),
    aprFraction: number(0, 0.3),
    termMonths: whole(1, 48),
    downPaymentFraction: number(0, 1),
  }),
  fc.record({
    kind: fc.constant("lease" as const),
    termMonths: whole(1, 60),
    payment: money(20_000),
    atEnd: fc.constant("return" as const),
  }),
  fc.record(
    {
      kind: fc.constant("lease" as const),
      termMonths: whole(1, 48),
      rateFraction: number(0, 0.3),
      residualFraction: number(0, 0.6),
      atEnd: fc.constantFrom(...leaseEnds),
    },
    { requiredKeys: ["kind", "termMonths", "atEnd"] },
  ),
) as fc.Arbitrary<Financing>;

/** What an on-premises option may have beyond what it must: most plans have a few of these. */
export function arbitraryTerms({ hasResidual }: { readonly hasResidual: boolean }) {
  return fc.record(
    {
      financing,
      depreciationMethod: fc.constantFrom(...depreciationMethods),
      salvageFraction: number(0, 1),
      depositFraction: number(0, 1),
      paymentMonths: whole(0, 6),
      decommissioning: money(9000),
      warrantyMonths: whole(0, 60),
      supportFee: money(20_000),
      sparePartsPerYearFraction: number(0, 0.1),
      refreshMonths: whole(3, 60),
      serversPerRack: whole(1, 8),
      rackPower: number(1, 60),
      rackPrice: money(20_000),
      rackRent: money(2000),
      sitePower: fc.oneof(number(0, 5000), fc.constant(assumed(1e7))),
      ...(hasResidual && { residualCurve }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Partial<OnPremisesOption>>;
}
