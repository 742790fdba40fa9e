import fc from "fast-check";
import { expect, it } from "vitest";
import { awardShares } from "./award-shares";

const offer = (optionId: string, servers: number, serverPrice: number | null) => ({
  ...{ optionId, servers, serverPrice },
});

it("splits an order as a hand does: 3 and 1 of 4 servers, 3 x 300,000 + 310,000", () => {
  const { shares, servers, amount } = awardShares([
    offer("a", 3, 300_000),
    offer("b", 1, 310_000),
    offer("c", 0, 250_000),
  ]);
  expect(shares).toEqual([
    { optionId: "a", servers: 3, fraction: 0.75, amount: 900_000 },
    { optionId: "b", servers: 1, fraction: 0.25, amount: 310_000 },
  ]);
  expect([servers, amount]).toEqual([4, 1_210_000]);
});

it("names no sum while a price is unknown", () => {
  const { shares, amount } = awardShares([offer("a", 1, 10), offer("b", 1, null)]);
  expect(shares[1]?.amount).toBeNull();
  expect(amount).toBeNull();
});

it("has shares that make one whole", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 8 }), (counts) => {
      const made = awardShares(counts.map((servers, index) => offer(`${index}`, servers, 1)));
      const whole = made.shares.reduce((sum, { fraction }) => sum + fraction, 0);
      expect(whole).toBeCloseTo(made.servers > 0 ? 1 : 0, 10);
      expect(made.amount).toBe(made.servers);
    }),
  );
});
