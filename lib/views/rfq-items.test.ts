import { describe, expect, it } from "vitest";
import { rfqContent } from "@/lib/schemas/rfq";
import { testPlan } from "@/lib/testing/plan";
import { rfqOf } from "./rfq-items";

const begun = () => {
  let made = 0;
  return {
    zone: "Europe/Berlin",
    newId: () => {
      made += 1;
      return `00000000-0000-4000-8000-${String(made).padStart(12, "0")}`;
    },
  };
};

const contentOf = (optionId: string, plan = testPlan()) => {
  const found = rfqOf(plan, optionId, begun());
  if (!found || !("content" in found)) throw new Error("nothing to ask for");
  return rfqContent.parse(found.content);
};

describe("an RFQ from an option", () => {
  it("asks for servers by month, their network, installation and support", () => {
    const { title, currency, items } = contentOf("onprem");
    expect({ title, currency }).toEqual({ title: "Claims assistant, HGX H200", currency: "USD" });
    const servers = items.filter(({ category }) => category === "server");
    const sum = servers.reduce((all, { quantity }) => all + Number(quantity), 0);
    expect(servers[0]).toMatchObject({
      description: "Server with 8 H200, 141 GB of memory each",
      neededMonth: "2027-05",
      note: "To be ordered in Jan 2027. At most 10.2 kW each.",
    });
    const others = items.filter(({ category }) => category !== "server");
    expect(others.map(({ category, quantity }) => [category, quantity])).toEqual(
      ["network", "installation", "support"].map((category) => [category, String(sum)]),
    );
    expect(others.at(-1)).toMatchObject({ recurrence: "yearly", months: 60 });
  });

  it("asks for racks where the plan says how servers stand", () => {
    const plan = testPlan();
    const options = plan.options.map((option) =>
      option.kind === "on-premises"
        ? { ...option, serversPerRack: { value: 2, evidence: "assumed" as const } }
        : option,
    );
    const rack = contentOf("onprem", { ...plan, options }).items.find(
      ({ category }) => category === "rack",
    );
    expect(Number(rack?.quantity)).toBeGreaterThan(0);
    expect(rack?.note).toMatch(/^[\d,.]+ kW at most in all\.$/);
  });

  it("asks for rented accelerators by year of the plan, monthly", () => {
    const { items } = contentOf("cloud");
    expect(items.map(({ months, neededMonth }) => [months, neededMonth])).toEqual([
      [12, "2027-01"],
      [12, "2028-01"],
      [12, "2029-01"],
    ]);
    expect(items[0]).toMatchObject({
      ...{ category: "accelerator", recurrence: "monthly", unit: "accelerator" },
      description: "Rental of H200, 141 GB of memory each",
    });
  });

  it("says why where it cannot, and is nothing for an API", () => {
    const plan = testPlan();
    const options = plan.options.map((option) =>
      option.kind === "on-premises"
        ? { ...option, acceleratorsPerServer: { value: null, evidence: "assumed" as const } }
        : option,
    );
    expect(rfqOf({ ...plan, options }, "onprem", begun())).toEqual({
      lack: "HGX H200 cannot be sized yet: 1 figure missing. They are named on its card.",
    });
    expect(rfqOf(plan, "api", begun())).toBeNull();
  });
});
