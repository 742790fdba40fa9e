import { describe, expect, it } from "vitest";
import { commitment } from "@/lib/engine/testing/commitment";
import { assumed, combined, edge, portfolio } from "@/lib/engine/testing/plans";
import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { Plan } from "@/lib/schemas/plan";
import { emptyReason, firstStep } from "./empty";
import { notesOf } from "./notes";
import { problemsOf, problemsOfOption } from "./problems";
import { examplePlan, resultsOf } from "./testing/example";

const claims = examplePlan("claims-assistant");

function changed(change: (plan: Plan) => void): Plan {
  const plan = structuredClone(claims);
  change(plan);
  return plan;
}

describe("problemsOf", () => {
  it("names a demand past computing once, for all options, and has no note on them", () => {
    const plan = changed(({ workloads }) => {
      for (const workload of workloads) {
        if (workload.kind !== "inference") continue;
        workload.requestsPerMonth.value = 1e12;
        workload.inputTokensPerRequest.value = 1e6;
      }
    });
    const results = resultsOf(plan);
    const texts = problemsOf(results, "p").map(({ text }) => text);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(
      /^Managed API, Cloud H200 and Own H200 servers are not ranked: from month 1, .* past what can be computed/,
    );
    expect(notesOf(results, "p")).toEqual([]);
    const [, cloud] = results.projection.options;
    const [own] = cloud ? problemsOfOption(results, "p", cloud) : [];
    expect(own?.text).toMatch(/^Cloud H200 is not ranked: /);
  });

  it("says which figure is unpriced and where to add it", () => {
    const plan = changed(({ options }) => {
      for (const option of options) if (option.kind === "api") option.outputPrice.value = null;
    });
    expect(problemsOf(resultsOf(plan), "p")).toEqual([
      {
        id: "api.missing",
        tone: "warn",
        text: "Managed API is not ranked: output price is unpriced.",
        linkText: "Add output price",
        href: "/plans/p/options?row=api&field=outputPrice",
      },
    ]);
  });

  it("calls what is no price missing, not unpriced", () => {
    const plan = changed(({ options }) => {
      for (const option of options) {
        if (option.kind !== "on-premises") continue;
        option.leadTimeMonths.value = null;
        option.quote.serverPrice.value = null;
      }
    });
    expect(problemsOf(resultsOf(plan), "p")[0]?.text).toMatch(
      /^Own H200 servers are not ranked: .*(lead time|server price).* are missing\.$/,
    );
  });

  it("says since when nothing serves the demand, and what to do", () => {
    const plan = changed(({ options }) => {
      for (const option of options) if (option.kind === "on-premises") option.bridgeOptionId = null;
    });
    const [problem] = problemsOf(resultsOf(plan), "p");
    expect(problem?.tone).toBe("bad");
    expect(problem?.text).toMatch(
      /^Own H200 servers are not ranked: nothing serves months 1 to \d+, before its servers are in service\.$/,
    );
    expect(problem?.linkText).toBe("Choose a bridge option");
  });

  it("names what a portfolio lacks: an option, or the load shapes that divide the work", () => {
    const withMix = (secondOptionId: string | null) =>
      changed(({ options }) => {
        options.push(portfolio({ secondOptionId }));
      });
    expect(problemsOf(resultsOf(withMix(null)), "p")).toEqual([
      {
        id: "mix.infeasible.0",
        tone: "bad",
        text: "Mix is not ranked: it names no second option.",
        linkText: "Choose the option",
        href: "/plans/p/options?row=mix&field=secondOptionId",
      },
    ]);
    const [mix] = problemsOf(resultsOf(withMix("api")), "p");
    expect(mix?.text).toMatch(/^Mix is not ranked: load shape \(.*is missing\.$/);
    expect(mix?.href).toMatch(/^\/plans\/p\/workloads\?row=.*&field=loadShape$/);
  });

  it("says what devices cannot serve", () => {
    const withDevices = (parts: Partial<EdgeOption>) => {
      const plan = changed(({ options, workloads }) => {
        const throughput = workloads
          .filter(({ kind }) => kind === "inference")
          .map(({ id }) => combined(1, { workloadId: id }));
        options.push(edge({ throughput, ...parts }));
      });
      return problemsOf(resultsOf(plan), "p").map(({ text }) => text);
    };
    const texts = withDevices({ servableFraction: assumed(0.5) });
    expect(texts).toContain(
      "Devices are not ranked: its devices serve and do not train, and the plan trains.",
    );
    expect(texts).toContainEqual(
      expect.stringMatching(
        /^Devices are not ranked: it is asked for 100% of the requests of .*, and its devices can serve 50%\./,
      ),
    );
    expect(texts).toContainEqual(
      expect.stringMatching(
        /^Devices are not ranked: in month 1, .* the peak needs .* devices, and there is 1\.$/,
      ),
    );
  });

  it("says what is committed and not needed, and what is due after the plan", () => {
    const plan = changed(({ options }) => {
      for (const option of options) {
        if (option.kind !== "cloud") continue;
        option.commitments = [
          {
            id: "first",
            instances: assumed(100),
            startMonth: assumed(1),
            term: "5-year",
            pricing: "rate",
            discountFraction: assumed(null),
            rate: assumed(1),
            payment: "monthly",
            atEnd: "renew",
          },
          commitment({
            id: "over",
            pricing: "rate",
            rate: assumed(1),
            running: { monthsRun: assumed(12), rate: assumed(1) },
          }),
        ];
      }
    });
    const texts = notesOf(resultsOf({ ...plan, horizonMonths: 24 }), "p").map(({ text }) => text);
    expect(texts).toContainEqual(
      expect.stringMatching(
        /^Cloud H200 pays for committed instances that nothing needs from .*\d+% of the committed hours\.$/,
      ),
    );
    expect(texts).toContain(
      "Cloud H200 has a commitment that has run for all 12 months of its term before the plan: nothing of that term is left.",
    );
    expect(texts).toContainEqual(
      expect.stringMatching(
        /^Cloud H200 stays committed for 36 months after the plan: .* more to pay/,
      ),
    );
  });

  it("says what is still owed at the end of the plan, in the plan's money", () => {
    const plan = changed(({ options }) => {
      for (const option of options) {
        if (option.kind === "on-premises") option.paymentMonths = assumed(24);
      }
    });
    const note = notesOf(resultsOf({ ...plan, horizonMonths: 24 }), "p").find(({ text }) =>
      text.startsWith("Own H200 servers owe "),
    );
    expect(note?.text).toMatch(/ owe \$[\d.,]+\w? after the plan .*, in no total here\.$/);
    expect(note?.href).toBe("/plans/p/options?row=on-premises&field=paymentMonths");
  });

  it("says which terms of an option contradict the plan or each other", () => {
    const plan = changed(({ options }) => {
      options.push(portfolio({ mode: "staged", secondOptionId: "api", switchMonth: assumed(40) }));
      for (const option of options) {
        if (option.kind === "cloud") {
          option.commitments = [
            commitment({ id: "late", pricing: "rate", rate: assumed(1), startMonth: assumed(40) }),
          ];
        }
        if (option.kind === "on-premises") {
          option.refreshMonths = assumed(12);
          option.financing = {
            kind: "lease",
            termMonths: assumed(13),
            residualFraction: assumed(1),
            atEnd: "buyout",
          };
        }
      }
    });
    const notes = notesOf(resultsOf({ ...plan, horizonMonths: 36 }), "p");
    const texts = notes.map(({ text }) => text);
    expect(texts).toContain(
      "A commitment of Cloud H200 changes nothing here: it starts in month 40, and the plan ends with month 36.",
    );
    expect(texts).toContain(
      "Own H200 servers pay for servers 1 month after they leave: the term is longer than they serve.",
    );
    expect(texts).toContain(
      "Own H200 servers lease servers for nothing: a residual of the whole price at a rate of 0% leaves nothing to pay.",
    );
    expect(texts).toContain(
      "Mix never uses Managed API: the switch leaves it no month of the plan.",
    );
    expect(notes.find(({ text }) => text.startsWith("Mix"))?.href).toBe(
      "/plans/p/options?row=mix&field=switchMonth",
    );
  });

  it("says once that training has no run within the plan", () => {
    const plan = changed(({ workloads }) => {
      for (const workload of workloads) {
        if (workload.kind === "training") workload.firstRunMonth = assumed(40);
      }
    });
    const notes = notesOf(resultsOf({ ...plan, horizonMonths: 36 }), "p").filter(({ text }) =>
      text.includes("first run"),
    );
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toMatch(
      / costs nothing here: its first run is in month 40, and the plan ends with month 36\.$/,
    );
    expect(notes[0]?.href).toMatch(/&field=firstRunMonth$/);
  });

  it("is empty for a plan that is whole; what is only to know is told apart", () => {
    expect(problemsOf(resultsOf(claims), "p")).toEqual([]);
    expect(notesOf(resultsOf(claims), "p")[0]?.text).toContain(
      "the quote is valid until 31 Mar 2027",
    );
  });
});

describe("an empty plan", () => {
  it("asks for a workload first, then for an option", () => {
    const bare = { ...claims, workloads: [], options: [] };
    expect(firstStep(bare)?.tab).toBe("workloads");
    expect(firstStep({ ...claims, options: [] })?.tab).toBe("options");
    expect(firstStep(claims)).toBeNull();
    expect(emptyReason(resultsOf(bare))).toContain("no workload");
  });

  it("counts why nothing can be ranked", () => {
    const plan = changed((held) => {
      for (const option of held.options) {
        if (option.kind === "api") option.inputPrice.value = null;
        if (option.kind === "cloud") option.rate.value = null;
      }
    });
    expect(emptyReason(resultsOf(plan))).toMatch(/^No option can be ranked yet: /);
  });
});
