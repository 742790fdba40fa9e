import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/schemas/plan";
import { planAnswer } from "./plan-list";
import { examplePlan, textsOf } from "./testing/example";

const id = "1b671a64-40d5-491e-99b0-da01ff1f3341";
const claims = examplePlan("claims-assistant");
const unpriced = { value: null, evidence: "assumed" } as const;

function only(kinds: readonly Plan["options"][number]["kind"][], plan = claims): Plan {
  return { ...plan, options: plan.options.filter(({ kind }) => kinds.includes(kind)) };
}

/** Without the quote's server price. */
function unquoted(plan: Plan): Plan {
  return {
    ...plan,
    options: plan.options.map((option) =>
      option.kind === "on-premises"
        ? { ...option, quote: { ...option.quote, serverPrice: unpriced } }
        : option,
    ),
  };
}

describe("planAnswer", () => {
  it("names the cheapest option, its total, what a million tokens cost, and since when it leads", () => {
    const answer = planAnswer(id, claims);
    expect(answer).toMatchObject({
      found: true,
      currency: "USD",
      cheapest: { kind: "on-premises", name: "Own H200 servers" },
      total: {
        text: expect.stringMatching(/^\$\d\.\d\dM$/),
        detail: "over 60 months",
        opens: { measure: "cash" },
      },
      perMillionTokens: {
        text: expect.stringMatching(/^\$0\.\d{3}$/),
        opens: { measure: "costPerMillionTokens" },
      },
      lead: { text: expect.stringMatching(/^from month \d+$/), detail: expect.any(String) },
      lack: null,
    });
    if (!answer.found) throw new Error("no answer");
    expect(answer.lead.text).toBe(`from month ${Number(answer.lead.sort) + 1}`);
    expect(answer.total.evidence).toBeDefined();
    expect(answer.perMillionTokens.evidence).toBeDefined();
  });

  it("says always where one option costs least in every month", () => {
    expect(planAnswer(id, examplePlan("h200-against-gb300"))).toMatchObject({
      lead: { text: "always", sort: 0, detail: "in all 36 months" },
    });
  });

  it("says never of an option that ties with another, and sorts it after every month", () => {
    const [api] = only(["api"]).options;
    if (!api) throw new Error("the sample has an API");
    const twins = { ...claims, options: [api, { ...api, id: "twin", name: "Twin API" }] };
    expect(planAnswer(id, twins)).toMatchObject({
      lead: { text: "never", sort: 1000, detail: expect.stringMatching(/^same cost as /) },
    });
  });

  it("compares nothing where one option stands alone", () => {
    expect(planAnswer(id, only(["api"]))).toMatchObject({
      lead: { text: "nothing to compare", sort: null, detail: "one option" },
    });
  });

  it("says n/a for the price of a token where none is served", () => {
    const training = {
      ...claims,
      workloads: claims.workloads.filter(({ kind }) => kind === "training"),
    };
    const answer = planAnswer(id, only(["cloud"], training));
    expect(answer).toMatchObject({
      found: true,
      perMillionTokens: { text: "n/a", sort: null, detail: "no tokens" },
    });
  });

  it("keeps the plan's own currency", () => {
    const answer = planAnswer(id, { ...claims, currency: "EUR" });
    expect(answer).toMatchObject({ currency: "EUR", total: { text: expect.stringMatching(/^€/) } });
  });
});

describe("what an answer lacks", () => {
  it("names the option that is left out and the figure it lacks, and leads to its field", () => {
    const answer = planAnswer(id, unquoted(claims));
    expect(answer).toMatchObject({
      found: true,
      cheapest: { kind: "cloud" },
      lack: { tone: "warn", text: "Own H200 servers: server price unpriced" },
    });
    expect(answer.lack?.href).toContain(`/plans/${id}/options?row=`);
    expect(answer.lack?.href).toContain("quote.serverPrice");
  });

  it("gives the reason in place of an answer where no option is ranked", () => {
    const answer = planAnswer(id, only(["on-premises"]));
    expect(answer).toMatchObject({
      found: false,
      lack: { tone: "bad", text: expect.stringMatching(/^infeasible /) },
    });
  });

  it("names the figure where it is all that is missing", () => {
    const [api] = only(["api"]).options;
    if (api?.kind !== "api") throw new Error("the sample has an API");
    const silent = { ...claims, options: [{ ...api, outputPrice: unpriced }] };
    expect(planAnswer(id, silent)).toMatchObject({
      found: false,
      lack: { tone: "warn", text: "output price unpriced" },
    });
  });

  it("counts options that are left out for several reasons", () => {
    const options = claims.options.map((option) =>
      option.kind === "api" ? option : { ...option, throughput: [] },
    );
    expect(planAnswer(id, { ...claims, options })).toMatchObject({
      found: true,
      lack: { tone: "bad", text: "2 options not ranked" },
    });
  });

  it("tells an empty plan from an incomplete one", () => {
    const empty = { ...claims, options: [] };
    expect(planAnswer(id, empty)).toEqual({
      found: false,
      lack: { tone: "plain", text: "no options yet", href: `/plans/${id}/options` },
    });
    expect(planAnswer(id, { ...empty, workloads: [] })).toMatchObject({
      lack: { text: "no workloads yet", href: `/plans/${id}/workloads` },
    });
  });

  it("says so of a plan that cannot be read", () => {
    expect(planAnswer(id, null)).toMatchObject({
      found: false,
      lack: { tone: "bad", text: "cannot be computed" },
    });
  });
});

it.each(["claims-assistant", "h200-against-gb300", "document-archive-batch"] as const)(
  "%s: no text is empty or nonsense",
  (name) => {
    for (const plan of [examplePlan(name), unquoted(examplePlan(name))])
      for (const text of textsOf(planAnswer(id, plan))) {
        expect(text).not.toBe("");
        expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
      }
  },
);
