import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interestPayment, payment, principalPayment } from "./payment";

const tenMonths = { principal: 10_000, ratePerPeriodFraction: 0.08 / 12, periods: 10 };

describe("payment", () => {
  it("agrees with Microsoft's PMT examples to the cent: $1,037.03 at the end, $1,030.16 at the start", () => {
    expect(payment({ ...tenMonths, atStart: false })).toBeCloseTo(1037.03, 2);
    expect(payment({ ...tenMonths, atStart: true })).toBeCloseTo(1030.16, 2);
  });

  it("agrees within a cent with Claris FileMaker's car of $21,000 at 6.9% over 48 months", () => {
    const car = { principal: 21_000, ratePerPeriodFraction: 0.069 / 12, periods: 48 };
    expect(Math.abs(payment({ ...car, atStart: false }) - 501.9)).toBeLessThan(0.01);
  });

  it("agrees with Microsoft's IPMT ($66.67) and PPMT ($75.62) examples", () => {
    const years3 = { principal: 8000, ratePerPeriodFraction: 0.1 / 12, periods: 36 };
    expect(interestPayment({ ...years3, atStart: false }, 1)).toBeCloseTo(66.67, 2);
    const years2 = { principal: 2000, ratePerPeriodFraction: 0.1 / 12, periods: 24 };
    expect(principalPayment({ ...years2, atStart: false }, 1)).toBeCloseTo(75.62, 2);
  });

  it("pays the principal back exactly, whatever the loan", () => {
    fc.assert(
      fc.property(
        fc.record({
          principal: fc.double({ min: 1, max: 1e9, noNaN: true }),
          ratePerPeriodFraction: fc.oneof(
            fc.constant(0),
            fc.double({ min: 1e-9, max: 0.5, noNaN: true }),
          ),
          periods: fc.integer({ min: 1, max: 120 }),
          atStart: fc.boolean(),
        }),
        (loan) => {
          let repaid = 0;
          for (let period = 1; period <= loan.periods; period += 1) {
            repaid += principalPayment(loan, period);
          }
          expect(Math.abs(repaid / loan.principal - 1)).toBeLessThan(1e-6);
        },
      ),
    );
  });
});
