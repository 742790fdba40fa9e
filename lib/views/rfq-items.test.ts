import { describe, expect, it } from "vitest";
import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { SupplyOption } from "@/lib/schemas/option";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { rfqContent } from "@/lib/schemas/rfq";
import { testPlan } from "@/lib/testing/plan";
import { rfqOf } from "./rfq-items";

const known = (value: number | null) => ({ value, evidence: "assumed" as const });

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
    const quantities = (category: string) =>
      items
        .filter((one) => one.category === category)
        .map(({ quantity, neededMonth }) => [quantity, neededMonth]);
    for (const category of ["network", "installation", "support"])
      expect(quantities(category)).toEqual(quantities("server"));
    expect(sum).toBeGreaterThan(0);
    expect(items.at(-1)).toMatchObject({
      ...{ category: "support", recurrence: "yearly", months: 60 },
    });
  });

  it("asks for what follows the servers by delivery, as they come in two", () => {
    const plan = testPlan();
    const steps = [{ month: 12, factor: 3 }];
    const workloads = plan.workloads.map((one) => ({
      ...one,
      growth: { kind: "steps" as const, evidence: "assumed" as const, steps },
    }));
    const options = plan.options.map((option) =>
      option.kind === "on-premises" ? { ...option, serversPerRack: known(2) } : option,
    );
    const { items } = contentOf("onprem", { ...plan, workloads, options } as typeof plan);
    const of = (category: string) => items.filter((one) => one.category === category);
    const months = of("server").map(({ neededMonth }) => neededMonth);
    expect(months).toEqual(["2027-05", "2028-01"]);
    for (const category of ["network", "rack", "installation", "support"])
      expect(of(category).map(({ neededMonth }) => neededMonth)).toEqual(months);
    const [early, late] = of("network");
    expect([early?.quantity, late?.quantity]).toEqual(of("server").map(({ quantity }) => quantity));
    expect(late?.note).toBe(
      `For ${Number(late?.quantity) * 8} accelerators, beside those of the other deliveries.`,
    );
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
    expect(rack?.note).toMatch(/^[\d,.]+ kW at most for the servers of this delivery\.$/);
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

  it("asks for a portfolio\u2019s servers by its part of the work", () => {
    const plan = testPlan();
    const mix: PortfolioOption = {
      ...{ id: "mix", kind: "portfolio", name: "Own and API", mode: "by-share" },
      ...{ firstOptionId: "onprem", secondOptionId: "api", requestsFraction: known(0.4) },
      ...{ baseLevelRatio: known(1), switchMonth: known(2) },
    };
    const of = (change: Partial<PortfolioOption>) => ({
      ...plan,
      options: [...plan.options, { ...mix, ...change }],
    });
    const { title, items } = contentOf("mix", of({}));
    expect(title).toBe("Claims assistant, Own and API");
    const servers = (all: typeof items) =>
      all
        .filter(({ category }) => category === "server")
        .reduce((sum, { quantity }) => sum + Number(quantity), 0);
    expect(servers(items)).toBeGreaterThan(0);
    expect(servers(items)).toBeLessThan(servers(contentOf("onprem").items));
    expect(rfqOf(of({ firstOptionId: "cloud" }), "mix", begun())).toEqual({
      lack: "Own and API buys no servers of its own. Ask from the card of Cloud H200; its quantities are for all of the work, so lower them to its part.",
    });
    const twin = { ...plan.options.find(({ id }) => id === "onprem"), id: "twin", name: "Twin" };
    const both = of({ secondOptionId: "twin" });
    const twins = { ...both, options: [...both.options, twin as SupplyOption] };
    expect(rfqOf(twins, "mix", begun())).toMatchObject({
      lack: expect.stringContaining("between HGX H200 and Twin"),
    });
  });

  it("asks for devices that are bought, and for the management of every device", () => {
    const plan = testPlan();
    const edge = {
      ...{ id: "edge", kind: "edge", name: "Laptops", device: "AI laptop, 32 GB" },
      ...{ ownership: "bought", devices: known(1200), devicePrice: known(1900) },
      ...{ usefulLifeMonths: known(36), servableFraction: known(0.4), devicePower: known(45) },
      ...{ management: known(4), staffFte: known(0), throughput: [] },
    } as unknown as EdgeOption;
    const of = (change: Partial<EdgeOption>) => ({
      ...plan,
      options: [...plan.options, { ...edge, ...change }],
    });
    const { items } = contentOf("edge", of({}));
    expect(items).toMatchObject([
      {
        ...{ category: "other", description: "AI laptop, 32 GB", quantity: "1200", unit: "device" },
        ...{ recurrence: "one-off", neededMonth: "2027-01" },
        note: "Used for 36 months, then replaced. At most 45 W more while it answers.",
      },
      { category: "service", quantity: "1200", recurrence: "monthly", months: 36 },
    ]);
    expect(contentOf("edge", of({ ownership: "users" })).items).toHaveLength(1);
    expect(rfqOf(of({ devices: known(null) }), "edge", begun())).toEqual({
      lack: "Laptops cannot be asked for yet: enter how many devices it has.",
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
