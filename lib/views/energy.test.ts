import { describe, expect, it } from "vitest";
import {
  assumed,
  cloud,
  combined,
  inference,
  onPremises,
  planOf,
  portfolio,
  training,
} from "@/lib/engine/testing/plans";
import { energyView } from "./energy";
import { efficiencyTrend, energyOfUsesChart, energyOptions } from "./energy-charts";
import { explainEnergy } from "./explain-energy";
import { examplePlan, resultsOf } from "./testing/example";

const claims = resultsOf(examplePlan("claims-assistant"));
const article = resultsOf(examplePlan("h200-against-gb300"));

describe("energy by the token", () => {
  it("says not stated where no power is, and never 0", () => {
    const view = energyView(claims);
    expect(view?.title).toMatch(/^Own H200 servers take 0\.\d+ kWh for a million tokens$/);
    const texts = (id: string) =>
      view?.table.rows
        .find((row) => row.id === id)
        ?.cells.slice(1)
        .map(({ text }) => text);
    for (const id of ["api", "cloud"]) expect(texts(id)).toEqual(new Array(4).fill("not stated"));
    expect(texts("on-premises")?.[3]).toBe("not counted");
  });

  it("has the article's tokens a second for each MW", () => {
    const rows = energyView(article)?.table.rows ?? [];
    expect(rows.map(({ cells }) => cells[1]?.text)).toEqual(["54k", "2.8M", "not stated"]);
  });

  it("opens into energy and tokens by year, down to the power it rests on", () => {
    const opened = explainEnergy(article, {
      optionId: "h200",
      measure: "energyPerMillionTokens",
    });
    // 4,800 accelerators at 1.6667 kW over 26,280 hours.
    expect(opened?.title).toBe("5.14 kWh/M tokens = 210 GWh / 40,870.7B tokens");
    expect(opened?.lines.map(({ label }) => label)).toEqual([
      "Months 1 to 12",
      "Months 13 to 24",
      "Months 25 to 36",
    ]);
    expect(opened?.beside?.lines[0]?.amount).toBe("1.6667 kW, estimated");
    const api = { optionId: "api", measure: "energyPerMillionTokens" } as const;
    expect(explainEnergy(article, api)).toBeNull();
  });
});

describe("energy over the plan", () => {
  it("says the month in which inference passes training", () => {
    expect(energyOptions(claims)).toEqual(["on-premises"]);
    const chart = energyOfUsesChart(claims, "on-premises");
    expect(chart?.title).toBe(
      "Inference passes training in month 6, Jun 2027: from then on it has taken more energy on Own H200 servers",
    );
    expect(chart?.series.map(({ label }) => label)).toEqual(["Inference", "Training"]);
    expect(energyOfUsesChart(claims, "api")).toBeNull();
  });

  it("says that training's energy is not known, and draws no line for it, where no power is stated", () => {
    const run = training({ acceleratorHoursPerRun: assumed(730), monthsBetweenRuns: assumed(1) });
    const chart = energyOfUsesChart(
      resultsOf(
        planOf({
          workloads: [inference(), run],
          options: [
            onPremises({ serverPower: assumed(10), throughput: [combined(1000)] }),
            cloud({ throughput: [combined(1000)] }),
            portfolio({
              mode: "by-share",
              firstOptionId: "own",
              secondOptionId: "cloud",
              requestsFraction: assumed(0.25),
            }),
          ],
        }),
      ),
      "mix",
    );
    expect(chart?.title).toMatch(
      /^Not known what energy training takes on Mix: power unknown of Cloud$/,
    );
    expect(chart?.basis).toMatch(/; known for 25% of its tokens\.$/);
    expect(chart?.series.map(({ id }) => id)).toEqual(["inference"]);
    expect(chart?.table.rows[0]?.cells[2]).toEqual({ text: "n/a", sort: null });
  });

  it("draws a line for each option that states its energy, and none for the others", () => {
    expect(efficiencyTrend(article)?.series.map(({ id }) => id)).toEqual(["h200", "gb300"]);
    expect(efficiencyTrend(claims)?.title).toMatch(/^Own H200 servers improve from .+ tokens\/kWh/);
  });
});
