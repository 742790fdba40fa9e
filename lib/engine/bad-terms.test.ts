import { describe, expect, it } from "vitest";
import { checkPlan } from "@/lib/schemas/check";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { Commitment } from "@/lib/schemas/commitment";
import type { Financing } from "@/lib/schemas/financing";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { breakEvenVolume, project, runRateCurve, walkAwayPrice } from "./index";
import { commitment } from "./testing/commitment";
import { optionOf } from "./testing/expectations";
import { numbersIn } from "./testing/plan-inputs";
import {
  api,
  assumed,
  cloud,
  inference,
  onPremises,
  planOf,
  portfolio,
  training,
} from "./testing/plans";
import type { OptionProjection } from "./types";

const horizonMonths = 24;
const workloads = [inference({ requestsPerMonth: assumed(730 * 3600) })];
const hourly = { rate: assumed(3) };
const quote = { serverPrice: assumed(5000), networkPrice: assumed(1000) };
const rivals = { api: api({ outputPrice: assumed(2) }), cloud: cloud(hourly) };

const withOptions = (...options: Plan["options"]) => planOf({ horizonMonths, workloads, options });
const rented = (parts: Partial<CloudOption>) =>
  withOptions(cloud({ ...hourly, ...parts }), rivals.api);
const owned = (parts: Partial<OnPremisesOption>) =>
  withOptions(onPremises({ quote, ...parts } as never), rivals.api);
const mixed = (parts: Partial<PortfolioOption>) =>
  withOptions(rivals.api, rivals.cloud, portfolio(parts));

const committed = (parts: Partial<Commitment>) => rented({ commitments: [commitment(parts)] });

type Loan = Extract<Financing, { readonly kind: "loan" }>;
type Lease = Extract<Financing, { readonly kind: "lease" }>;
const onLoan = (parts: Partial<Loan>, option: Partial<OnPremisesOption> = {}) =>
  owned({
    financing: {
      kind: "loan",
      aprFraction: assumed(0.1),
      termMonths: assumed(12),
      downPaymentFraction: assumed(0.2),
      ...parts,
    },
    ...option,
  });
const onLease = (parts: Partial<Lease>, option: Partial<OnPremisesOption> = {}) =>
  owned({
    financing: { kind: "lease", termMonths: assumed(12), atEnd: "return", ...parts },
    ...option,
  });
const dated = (...runs: { readonly month: number; readonly count: number }[]) =>
  planOf({
    horizonMonths,
    workloads: [training({ runSchedule: { runs, evidence: "assumed" } })],
    options: [rivals.api],
  });

describe("terms that cannot be are refused, with the field they are about", () => {
  const first = "options.cloud.commitments.first";
  const financing = "options.own.financing";
  const over = assumed(1.01);
  it.each<[what: string, plan: Plan, path: string]>([
    ["a commitment before month 1", committed({ startMonth: assumed(0) }), `${first}.startMonth`],
    ["a commitment past ten years", committed({ startMonth: assumed(121) }), `${first}.startMonth`],
    ["half an instance", committed({ instances: assumed(0.5) }), `${first}.instances`],
    ["fewer than no instances", committed({ instances: assumed(-1) }), `${first}.instances`],
    ["more off than the price", committed({ discountFraction: over }), `${first}.discountFraction`],
    ["a term of two years", committed({ term: "2-year" as never }), `${first}.term`],
    [
      "two commitments of one id",
      rented({ commitments: [commitment(), commitment()] }),
      "options.cloud.commitments",
    ],
    ["more than all on spot", rented({ spotFraction: over }), "options.cloud.spotFraction"],
    ["a loan of no months", onLoan({ termMonths: assumed(0) }), `${financing}.termMonths`],
    ["a loan of half months", onLoan({ termMonths: assumed(6.5) }), `${financing}.termMonths`],
    ["a loan past ten years", onLoan({ termMonths: assumed(121) }), `${financing}.termMonths`],
    ["a loan below 0%", onLoan({ aprFraction: assumed(-0.01) }), `${financing}.aprFraction`],
    ["a rate in percent", onLoan({ aprFraction: assumed(8) }), `${financing}.aprFraction`],
    [
      "more down than the price",
      onLoan({ downPaymentFraction: over }),
      `${financing}.downPaymentFraction`,
    ],
    ["a lease of no months", onLease({ termMonths: assumed(0) }), `${financing}.termMonths`],
    ["a lease below nothing", onLease({ payment: assumed(-1) }), `${financing}.payment`],
    [
      "a residual above the price",
      onLease({ residualFraction: over }),
      `${financing}.residualFraction`,
    ],
    [
      "a buyout above the price",
      onLease({ atEnd: "buyout", buyoutFraction: over }),
      `${financing}.buyoutFraction`,
    ],
    ["a lease that ends nowhere", onLease({ atEnd: "extend" as never }), `${financing}.atEnd`],
    ["a deposit above the price", owned({ depositFraction: over }), "options.own.depositFraction"],
    ["a salvage above the price", owned({ salvageFraction: over }), "options.own.salvageFraction"],
    [
      "a residual value above the price",
      owned({ residualFraction: over }),
      "options.own.residualFraction",
    ],
    [
      "a point of residual value above the price",
      owned({
        residualCurve: { points: [{ ageMonths: 12, fraction: 1.2 }], evidence: "assumed" },
      }),
      "options.own.residualCurve.points.0.fraction",
    ],
    ["a refresh at no age", owned({ refreshMonths: assumed(0) }), "options.own.refreshMonths"],
    ["payment years later", owned({ paymentMonths: assumed(25) }), "options.own.paymentMonths"],
    ["no dated run", dated(), "workloads.tune.runSchedule.runs"],
    ["a month of no runs", dated({ month: 0, count: 0 }), "workloads.tune.runSchedule.runs.0"],
    ["half a run", dated({ month: 0, count: 0.5 }), "workloads.tune.runSchedule.runs.0"],
    ["a run past ten years", dated({ month: 120, count: 1 }), "workloads.tune.runSchedule.runs.0"],
  ])("%s", (_, plan, path) => {
    const checked = checkPlan(plan);
    if (checked.ok) throw new Error("The plan was let in");
    const [issue] = checked.issues;
    expect(issue?.path.startsWith(path), `${issue?.path}: ${issue?.message}`).toBe(true);
    expect(issue?.message).toMatch(/^\S.*\.$/);
  });
});

describe("terms that contradict each other have an answer, and it is said", () => {
  type Kind = OptionProjection["warnings"][number]["kind"];
  it.each<[what: string, plan: Plan, optionId: string, kinds: Kind[]]>([
    [
      "a commitment that starts after the horizon",
      committed({ startMonth: assumed(25) }),
      "cloud",
      ["commitmentAfterHorizon"],
    ],
    [
      "a commitment that starts in its last month",
      committed({ startMonth: assumed(24) }),
      "cloud",
      ["committedBeyondHorizon"],
    ],
    [
      "a commitment of no instances after the horizon",
      committed({ startMonth: assumed(25), instances: assumed(0) }),
      "cloud",
      [],
    ],
    [
      "five years paid upfront in two",
      committed({ term: "5-year", payment: "upfront" }),
      "cloud",
      [],
    ],
    [
      "a commitment to far more than is needed",
      committed({ instances: assumed(100_000) }),
      "cloud",
      ["commitmentUnused"],
    ],
    ["everything off", committed({ discountFraction: assumed(1) }), "cloud", []],
    [
      "a loan that outlasts the servers, and the plan",
      onLoan({ termMonths: assumed(36) }, { usefulLifeMonths: assumed(20) }),
      "own",
      ["paidPastService", "owedAtHorizon"],
    ],
    [
      "a loan as long as the servers",
      onLoan({}, { usefulLifeMonths: assumed(12) }),
      "own",
      ["owedAtHorizon"],
    ],
    ["a loan of nothing", onLoan({ downPaymentFraction: assumed(1) }), "own", []],
    ["a loan of one month", onLoan({ termMonths: assumed(1) }), "own", []],
    [
      "a loan for servers that nobody buys",
      onLoan({ termMonths: assumed(120) }, ownedAlone()),
      "own",
      [],
    ],
    [
      "a lease that outlasts the servers",
      onLease({ payment: assumed(9), termMonths: assumed(24) }, { refreshMonths: assumed(12) }),
      "own",
      ["paidPastService", "committedBeyondHorizon"],
    ],
    [
      "a buyout after the servers have left",
      onLease(
        { termMonths: assumed(24), atEnd: "buyout", buyoutFraction: assumed(1) },
        { usefulLifeMonths: assumed(23) },
      ),
      "own",
      ["paidPastService", "committedBeyondHorizon"],
    ],
    [
      "a lease that leaves the whole price to the lessor",
      onLease({ residualFraction: assumed(1) }),
      "own",
      ["freeLease"],
    ],
    [
      "the same at a rate",
      onLease({ residualFraction: assumed(1), rateFraction: assumed(0.1) }),
      "own",
      [],
    ],
    [
      "the same at a payment",
      onLease({ residualFraction: assumed(1), payment: assumed(5) }),
      "own",
      [],
    ],
    [
      "a deposit before month 1, and payment after the horizon",
      owned({ depositFraction: assumed(1), paymentMonths: assumed(24) }),
      "own",
      [],
    ],
    ["payment after the horizon", owned({ paymentMonths: assumed(24) }), "own", ["owedAtHorizon"]],
    ["a refresh past the life", owned({ refreshMonths: assumed(240) }), "own", []],
    ["a warranty past the horizon", owned({ warrantyMonths: assumed(240) }), "own", []],
    ["a salvage of the whole price", owned({ salvageFraction: assumed(1) }), "own", []],
    [
      "a switch after the horizon",
      mixed({ mode: "staged", switchMonth: assumed(25) }),
      "mix",
      ["stageUnused"],
    ],
    ["a switch in the last month", mixed({ mode: "staged", switchMonth: assumed(24) }), "mix", []],
    [
      "a switch before anything was served",
      mixed({ mode: "staged", switchMonth: assumed(1) }),
      "mix",
      ["stageUnused"],
    ],
    ["a base above every hour", mixed({ baseLevelRatio: assumed(100) }), "mix", []],
    ["a base of nothing", mixed({ baseLevelRatio: assumed(0) }), "mix", []],
  ])("%s", (_, plan, optionId, kinds) => {
    const { option, projection } = answered(plan, optionId);
    expect(option.status).toBe("complete");
    expect(projection.ranking).toContain(optionId);
    expect(
      option.warnings.map(({ kind }) => kind).filter((kind) => kind !== "fullUtilization"),
    ).toEqual(kinds);
    for (const { path = "options." } of option.warnings) expect(path).toMatch(/^options\./);
    // Nothing to pay is an answer only where it is said.
    expect(option.lines.length > 0).toBe(!kinds.includes("freeLease"));
  });
});

describe("terms without a figure they need leave the option unranked", () => {
  it.each<[what: string, plan: Plan, optionId: string, path: string]>([
    ["instances", committed({ instances: assumed(null) }), "cloud", "commitments.first.instances"],
    ["a start", committed({ startMonth: assumed(null) }), "cloud", "commitments.first.startMonth"],
    [
      "a discount",
      committed({ discountFraction: assumed(null) }),
      "cloud",
      "commitments.first.discountFraction",
    ],
    ["a rate of their own", committed({ pricing: "rate" }), "cloud", "commitments.first.rate"],
    ["a spot rate", rented({ spotFraction: assumed(0.5) }), "cloud", "spotRate"],
    [
      "the price of what is stored",
      rented({ storedGigabytes: assumed(9) }),
      "cloud",
      "storagePrice",
    ],
    ["a rate of the loan", onLoan({ aprFraction: assumed(null) }), "own", "financing.aprFraction"],
    ["a term of the loan", onLoan({ termMonths: assumed(null) }), "own", "financing.termMonths"],
    [
      "a down payment",
      onLoan({ downPaymentFraction: assumed(null) }),
      "own",
      "financing.downPaymentFraction",
    ],
    ["a lease payment", onLease({ payment: assumed(null) }), "own", "financing.payment"],
    ["a term of the lease", onLease({ termMonths: assumed(null) }), "own", "financing.termMonths"],
    ["a switch", mixed({ mode: "staged", switchMonth: assumed(null) }), "mix", "switchMonth"],
    ["a base level", mixed({ baseLevelRatio: assumed(null) }), "mix", "baseLevelRatio"],
  ])("%s", (_, plan, optionId, field) => {
    const { option, projection } = answered(plan, optionId);
    expect(option.status).toBe("incomplete");
    expect(option.missing).toEqual([{ path: `options.${optionId}.${field}` }]);
    expect(projection.ranking).not.toContain(optionId);
    expect(option.lines).toEqual([]);
  });
});

/** Servers enough from the start, and none to buy. */
function ownedAlone(): Partial<OnPremisesOption> {
  return {
    purchasing: "none",
    owned: { servers: assumed(2), ageMonths: assumed(0), bookValue: assumed(100) },
  };
}

/** The plan is let in, and whatever is asked of it is finite. */
function answered(plan: Plan, optionId: string) {
  const checked = checkPlan(plan);
  if (!checked.ok) throw new Error(checked.issues.map(({ message }) => message).join(" "));
  const projection = project(checked.value);
  const asked = [
    projection,
    breakEvenVolume(plan, optionId, "api", { month: 0, searchUpToTokens: 1e9 }),
    runRateCurve(plan, optionId, { month: horizonMonths - 1, upToTokens: 1e9 }),
    walkAwayPrice(plan, optionId, "api"),
  ];
  expect(numbersIn(asked).filter((value) => !Number.isFinite(value))).toEqual([]);
  return { projection, option: optionOf(projection, optionId) };
}
