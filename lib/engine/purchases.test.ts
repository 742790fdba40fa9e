import { describe, expect, it } from "vitest";
import { purchaseAsNeeded } from "./purchases";

describe("purchaseAsNeeded", () => {
  it("has nothing new before the first delivery, then what is needed", () => {
    const result = purchaseAsNeeded([2, 2, 2, 3], [0, 0, 0, 0], {
      leadTimeMonths: 2,
      serviceMonths: 60,
    });
    expect(result.delivered).toEqual([0, 0, 2, 1]);
    expect(result.servers).toEqual([0, 0, 2, 3]);
  });

  it("replaces a server at the end of its life, if it is still needed", () => {
    const terms = { leadTimeMonths: 0, serviceMonths: 3 };
    const none = [0, 0, 0, 0, 0, 0, 0];
    expect(purchaseAsNeeded([1, 2, 2, 2, 2, 2, 2], none, terms).delivered).toEqual([
      1, 1, 0, 1, 1, 0, 1,
    ]);
    expect(purchaseAsNeeded([2, 2, 2, 1, 0, 0, 0], none, terms).servers).toEqual([
      2, 2, 2, 1, 1, 1, 0,
    ]);
  });

  it("never retires a server early", () => {
    const result = purchaseAsNeeded([5, 1, 1], [0, 0, 0], { leadTimeMonths: 0, serviceMonths: 60 });
    expect(result.servers).toEqual([5, 5, 5]);
  });

  it("counts what is owned, and replaces it when it leaves", () => {
    const result = purchaseAsNeeded([3, 3, 3], [2, 2, 0], { leadTimeMonths: 1, serviceMonths: 60 });
    expect(result.delivered).toEqual([0, 1, 2]);
    expect(result.servers).toEqual([2, 3, 3]);
  });
});
