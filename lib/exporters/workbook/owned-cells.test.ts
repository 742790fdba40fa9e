import { describe, expect, it } from "vitest";
import { assumed, inference, onPremises, planOf } from "@/lib/engine/testing/plans";
import type { OnPremisesOption, OwnedServers } from "@/lib/schemas/on-premises-option";
import { recalculatedLine } from "./testing/recalculated";

const hours = 730;

const group = (parts: Partial<OwnedServers> = {}): OwnedServers => ({
  servers: assumed(2),
  ageMonths: assumed(54),
  bookValue: assumed(6000),
  ...parts,
});

/** Four servers needed, a life of 60 months, a new server at $1,200, 12% of it a year for support. */
const planWith = (parts: Partial<OnPremisesOption>) =>
  planOf({
    workloads: [inference({ requestsPerMonth: assumed(4 * hours * 3600) })],
    options: [
      onPremises({
        supportPerYearFraction: assumed(0.12),
        ...parts,
        quote: { ...onPremises().quote, serverPrice: assumed(1200) },
      }),
    ],
  });

describe("cells of owned servers of several ages", () => {
  const older = { id: "older", ...group({ ageMonths: assumed(57), bookValue: assumed(900) }) };

  it("serve each the rest of its life, and depreciate each its own book value", () => {
    const plan = planWith({ owned: group(), furtherOwned: [older] });
    // Two for six months and two for three; two are bought in month 4 and two in month 7.
    const cash = recalculatedLine(plan, "own", { id: "servers" });
    expect(cash).toEqual([0, 0, 0, 2400, 0, 0, 2400, 0, 0, 0, 0, 0]);
    const accrual = recalculatedLine(plan, "own", { id: "servers", view: "accrual" });
    // 2 x 6,000 / 6 + 2 x 900 / 3 at first; then 2,000 and two new ones at 20 a month each.
    expect(accrual[0]).toBeCloseTo(2600, 9);
    expect(accrual[3]).toBeCloseTo(2040, 9);
    expect(accrual[6]).toBeCloseTo(80, 9);
  });

  it("are supported each from its own age on", () => {
    const parts = { owned: group(), furtherOwned: [older], warrantyMonths: assumed(58) };
    // $12 a server: the older two from month 2 to 3, the younger two from month 5 to 6.
    const support = recalculatedLine(planWith(parts), "own", { id: "support" });
    const months = [0, 24, 24, 0, 24, 24, ...new Array(6).fill(0)];
    expect(support).toEqual(months.map((money) => expect.closeTo(money, 9)));
    // $75 a server more by a fee of $900 a year.
    const fee = planWith({ ...parts, supportFee: assumed(900) });
    expect(recalculatedLine(fee, "own", { id: "support" })).toEqual(
      months.map((money) => expect.closeTo(money === 0 ? 0 : 24 + 2 * 75, 9)),
    );
  });

  it("leave before the end of their life for a fee, what is left of them written off", () => {
    const contract = group({ leaveAfterMonths: assumed(2), exitFee: assumed(500) });
    const plan = planWith({ furtherOwned: [{ id: "contract", ...contract }] });
    const fee = recalculatedLine(plan, "own", { id: "exitFee" });
    expect(fee).toEqual([0, 0, 1000, ...new Array(9).fill(0)]);
    const accrual = recalculatedLine(plan, "own", { id: "servers", view: "accrual" });
    // 12,000 over six months, the last 8,000 written off in month 3, beside new ones at 20 a month each.
    expect(accrual.slice(0, 4)).toEqual([2040, 2040, 8080, 80].map((n) => expect.closeTo(n, 9)));
    const stays = planWith({
      owned: group({ leaveAfterMonths: assumed(6), exitFee: assumed(500) }),
    });
    const none = recalculatedLine(stays, "own", { id: "exitFee" });
    expect(none).toEqual(new Array(12).fill(0));
  });

  it("pay a lease that runs to its end, their life over or not", () => {
    const leased = group({ bookValue: assumed(0), leasePayment: assumed(100) });
    const plan = planWith({
      owned: leased,
      furtherOwned: [{ id: "longer", ...leased, leaveAfterMonths: assumed(8) }],
    });
    // $200 each: one while it serves, six months, the other for the eight months of its contract.
    const lease = recalculatedLine(plan, "own", { id: "lease" });
    expect(lease).toEqual([...new Array(6).fill(400), 200, 200, ...new Array(4).fill(0)]);
  });
});
