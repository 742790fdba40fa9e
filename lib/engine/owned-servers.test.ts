import { describe, expect, it } from "vitest";
import type { OnPremisesOption, OwnedServers } from "@/lib/schemas/on-premises-option";
import { baselineOptionId } from "./baseline";
import { total } from "./series";
import { api, assumed, inference, onPremises, planOf } from "./testing/plans";
import { lineIds, lineOf, projected } from "./testing/results";
import type { OptionProjection } from "./types";

const hours = 730;

const group = (parts: Partial<OwnedServers> = {}): OwnedServers => ({
  servers: assumed(2),
  ageMonths: assumed(54),
  bookValue: assumed(6000),
  ...parts,
});

/** Four servers needed, a life of 60 months, a new server at $1,200. */
const planWith = (parts: Partial<OnPremisesOption>) =>
  planOf({
    workloads: [inference({ requestsPerMonth: assumed(4 * hours * 3600) })],
    options: [
      onPremises({ ...parts, quote: onPremises({ quote: { serverPrice: assumed(1200) } }).quote }),
    ],
  });
const own = (parts: Partial<OnPremisesOption>) => projected(planWith(parts), "own");

describe("several owned estates", () => {
  it("serve each the rest of its life, and depreciate each its own book value", () => {
    const result = own({
      owned: group(),
      furtherOwned: [
        { id: "older", ...group({ ageMonths: assumed(57), bookValue: assumed(900) }) },
      ],
    });
    // Two for six months and two for three; two are bought in month 4 and two in month 7.
    expect(result.capacity.servers).toEqual(new Array(12).fill(4));
    expect(result.capacity.serversDelivered).toEqual([0, 0, 0, 2, 0, 0, 2, 0, 0, 0, 0, 0]);
    const { cash, accrual } = lineOf(result, "servers");
    expect(total(cash)).toBe(4800);
    // 2 x 6,000 / 6 + 2 x 900 / 3 at first; then 2,000 and two new ones at 20 a month each.
    expect(accrual[0]).toBeCloseTo(2600, 9);
    expect(accrual[3]).toBeCloseTo(2040, 9);
    expect(accrual[6]).toBeCloseTo(80, 9);
  });

  it("say which of them is past its life", () => {
    const old = { id: "old", ...group({ ageMonths: assumed(60) }) };
    expect(own({ owned: group(), furtherOwned: [old] }).warnings).toContainEqual({
      kind: "ownedPastLife",
      path: "options.own.furtherOwned.old.ageMonths",
    });
  });

  it("leave before the end of their life for a fee, what is left of them written off", () => {
    const result = own({
      furtherOwned: [
        {
          id: "contract",
          ...group({ leaveAfterMonths: assumed(2), exitFee: assumed(500) }),
        },
      ],
    });
    expect(lineOf(result, "exitFee").cash).toEqual([0, 0, 1000, ...new Array(9).fill(0)]);
    expect(result.capacity.serversDelivered.slice(0, 4)).toEqual([2, 0, 2, 0]);
    const { accrual } = lineOf(result, "servers");
    // 12,000 over six months, the last 8,000 written off in month 3, beside new ones at 20 a month each.
    expect(accrual.slice(0, 4)).toEqual([2040, 2040, expect.closeTo(8080, 9), 80]);
  });

  it("owe no fee at the end of their life, or where they stay past the horizon", () => {
    const stays = (leaveAfterMonths: number, ageMonths: number) =>
      own({
        owned: group({
          leaveAfterMonths: assumed(leaveAfterMonths),
          ageMonths: assumed(ageMonths),
          exitFee: assumed(500),
        }),
      });
    expect(lineIds(stays(6, 54))).not.toContain("exitFee inference");
    expect(lineIds(stays(12, 0))).not.toContain("exitFee inference");
    expect(lineIds(stays(11, 0))).toContain("exitFee inference");
  });

  it("say what fee falls due after the horizon, in no total and beside it", () => {
    const leaves = (months: number, fee: number | null) =>
      own({
        owned: group({
          ageMonths: assumed(0),
          leaveAfterMonths: assumed(months),
          exitFee: assumed(fee),
        }),
      });
    const path = "options.own.owned.exitFee";
    const late = leaves(12, 500);
    expect(late.warnings).toContainEqual({
      kind: "exitFeeAfterHorizon",
      path,
      amount: 1000,
      month: 12,
    });
    expect(late.summary.committedBeyondHorizon).toBe(1000);
    expect(late.summary.cash).toBe(leaves(12, 0).summary.cash);
    const unknown = leaves(20, null);
    expect(unknown.status).toBe("complete");
    expect(unknown.summary.committedBeyondHorizon).toBe(0);
    expect(unknown.warnings).toContainEqual(
      expect.objectContaining({ kind: "exitFeeAfterHorizon", amount: null, month: 20 }),
    );
    const kinds = (result: OptionProjection) => result.warnings.map(({ kind }) => kind);
    for (const result of [leaves(12, 0), leaves(11, 500), leaves(60, 500)])
      expect(kinds(result)).not.toContain("exitFeeAfterHorizon");
  });

  it("pay a lease that runs in each month that they serve, beyond the horizon too", () => {
    const leased = group({
      ageMonths: assumed(40),
      bookValue: assumed(0),
      leasePayment: assumed(100),
      leaveAfterMonths: assumed(15),
    });
    const result = own({ owned: leased });
    expect(lineOf(result, "lease").cash).toEqual(new Array(12).fill(200));
    expect(result.summary.committedBeyondHorizon).toBe(600);
    expect(result.warnings).toContainEqual(
      expect.objectContaining({ kind: "committedBeyondHorizon", amount: 600, months: 3 }),
    );
  });

  it("pay a lease to its end where their life is over before", () => {
    const leased = group({
      ageMonths: assumed(57),
      bookValue: assumed(0),
      leasePayment: assumed(100),
      leaveAfterMonths: assumed(6),
    });
    const paid = lineOf(own({ owned: leased }), "lease").cash;
    expect(paid).toEqual([...new Array(6).fill(200), ...new Array(6).fill(0)]);
    const past = own({ owned: { ...leased, ageMonths: assumed(60) } });
    expect(lineOf(past, "lease").cash).toEqual(paid);
  });

  it("are what there is: the baseline", () => {
    const plan = planWith({ furtherOwned: [{ id: "older", ...group() }] });
    const options = [api({ outputPrice: assumed(1) }), ...plan.options];
    expect(baselineOptionId({ ...plan, options }, [])).toBe("own");
  });
});
