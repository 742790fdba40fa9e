import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { series, total } from "../series";
import {
  decliningBalanceAmount,
  decliningWithSwitch,
  straightLineAmount,
  sumOfYearsAmount,
} from "./depreciation-formulas";

const truck = { cost: 30_000, salvage: 7500, life: 10 };
const machine = { cost: 2400, salvage: 300, life: 10 };

describe("published examples of Microsoft's function reference, to the cent", () => {
  it("SLN $2,250; SYD $4,090.91 in year 1 and $409.09 in year 10", () => {
    expect(straightLineAmount(truck)).toBe(2250);
    expect(sumOfYearsAmount(truck, 1)).toBeCloseTo(4090.91, 2);
    expect(sumOfYearsAmount(truck, 10)).toBeCloseTo(409.09, 2);
  });

  it("DDB by day, month and year: $1.32, $40, $480; $306 in year 2 at 1.5; $22.12 in year 10", () => {
    expect(decliningBalanceAmount({ ...machine, life: 3650 }, 1)).toBeCloseTo(1.32, 2);
    expect(decliningBalanceAmount({ ...machine, life: 120 }, 1)).toBeCloseTo(40, 2);
    expect(decliningBalanceAmount(machine, 1)).toBeCloseTo(480, 2);
    expect(decliningBalanceAmount(machine, 2, 1.5)).toBeCloseTo(306, 2);
    expect(decliningBalanceAmount(machine, 10)).toBeCloseTo(22.12, 2);
  });

  it("VDB, year 1 of the same machine: $480, and double declining until straight line is more", () => {
    const amounts = decliningWithSwitch(machine);
    expect(amounts[0]).toBeCloseTo(480, 10);
    expect(decliningWithSwitch({ cost: 1000, salvage: 0, life: 5 })).toEqual(
      [400, 240, 144, 108, 108].map((amount) => expect.closeTo(amount, 9)),
    );
  });
});

it("writes off cost less salvage over the life, whichever way it is spread", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1e9, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 60 }),
      (cost, salvageFraction, life) => {
        const asset = { cost, salvage: cost * salvageFraction, life };
        const all = asset.cost - asset.salvage;
        const schedules = [
          series(life, () => straightLineAmount(asset)),
          series(life, (period) => sumOfYearsAmount(asset, period + 1)),
          decliningWithSwitch(asset),
        ];
        for (const amounts of schedules) {
          expect(Math.abs(total(amounts) - all)).toBeLessThanOrEqual(cost * 1e-9);
          expect(Math.min(...amounts)).toBeGreaterThanOrEqual(0);
        }
        const declining = series(life, (period) => decliningBalanceAmount(asset, period + 1));
        expect(total(declining)).toBeLessThanOrEqual(all + cost * 1e-9);
      },
    ),
  );
});
