import { describe, expect, it } from "vitest";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testLine } from "@/lib/testing/quote";
import { monthsOfWeeks, quotedFields } from "./quoted-fields";

const option = testPlan().options.find(({ id }) => id === "onprem") as OnPremisesOption;
const usd = { currency: "USD", servers: 4, factor: 1 };

describe("a quote as an option's figures", () => {
  it("are the ones a hand makes: 12,000.40 of support a year over 4 servers", () => {
    expect(quotedFields(option, testContent(), usd)).toEqual({
      values: {
        serverPrice: 281_966.5,
        networkPrice: 15_328.0625,
        installationPrice: 3155.555,
        leadTimeMonths: 4,
        serverPower: 10.2,
        // 12,000.40 / 4, and no share of the price beside it.
        supportPerYearFraction: 0,
        supportFee: 3000.1,
      },
      leftOut: [],
    });
  });

  it("are in the option's currency at the rate: 281,966.50 x 1.1412 and 3,000.10 x 1.1412; a power is not money", () => {
    const { values } = quotedFields(option, testContent(), { ...usd, factor: 1.1412 });
    expect(values).toMatchObject({
      serverPrice: 321_780.1698,
      networkPrice: 17_492.3849,
      supportPerYearFraction: 0,
      supportFee: 3423.7141,
      serverPower: 10.2,
    });
  });

  it("take a month of support twelve times, and need no price of a network for it", () => {
    const lines = [
      testLine({ quantity: "1", unitPrice: "85800" }),
      testLine({ category: "support", quantity: "1", unitPrice: "1000", recurrence: "monthly" }),
    ];
    const content = testContent({ lines, freight: null });
    expect(quotedFields(option, content, { ...usd, servers: 1 }).values).toMatchObject({
      serverPrice: 85_800,
      supportFee: 12_000,
    });
  });

  it("have the warranty where support is not paid beside it, and none of the option's where it is", () => {
    const without = testContent({ lines: testContent().lines.slice(0, 3) });
    expect(quotedFields(option, without, usd).values).toMatchObject({ warrantyMonths: 36 });
    expect(quotedFields(option, testContent(), usd).values.warrantyMonths).toBeUndefined();
    const kept = { ...option, warrantyMonths: { value: 24, evidence: "assumed" as const } };
    expect(quotedFields(kept, testContent(), usd).values.warrantyMonths).toBe(0);
  });

  it("say nothing of what the quote does not, and leave out support without a price", () => {
    const silent = testContent({
      ...{ leadTimeWeeks: null, warrantyMonths: null, powerKilowatts: null },
      lines: [
        testLine({}),
        testLine({ category: "support", unitPrice: null, recurrence: "yearly", months: 12 }),
      ],
    });
    const { values, leftOut } = quotedFields(option, silent, usd);
    expect(Object.keys(values)).toEqual(["serverPrice"]);
    expect(leftOut).toEqual([2]);
  });

  it("count weeks in months that have begun", () => {
    expect([0, 4, 8, 9, 13, 17, 30, 52, 260].map(monthsOfWeeks)).toEqual([
      0, 1, 2, 3, 3, 4, 7, 12, 60,
    ]);
  });
});
