import claimsAssistant from "@/docs/examples/claims-assistant.json";
import { checkPlan } from "@/lib/schemas/check";
import type { Figure } from "@/lib/schemas/figure";
import { noQuoteYet } from "@/lib/schemas/has-quote";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import { sampleQuotes } from "./sample-quotes";

const own = { source: "Halden Mutual, planning assumption", date: "2026-11-16" } as const;
const assumed = (value: number | null): Figure => ({ value, evidence: "assumed", ...own });

const included: Figure = {
  value: 0,
  evidence: "quoted",
  source: "Oriel Compute OC-8817: included",
  date: "2026-11-18",
};

const [fennmark, oriel, stavra] = sampleQuotes;
const base = claimsAssistant.plan.options.find(({ kind }) => kind === "on-premises");

/** The claims assistant's servers before any quote is used in them. */
function server(id: string, name: string, parts: Partial<OnPremisesOption> = {}) {
  const { notes: _, ...option } = base as unknown as OnPremisesOption;
  return { ...option, id, name, quote: unquoted, ...parts };
}

const unquoted = {
  ...{ supplierName: noQuoteYet, number: "", quotedOn: "2026-11-16", validUntil: "2027-01-31" },
  ...{ serverPrice: assumed(null), networkPrice: assumed(null), installationPrice: assumed(6900) },
};

/** Twice an H200 until somebody measures it. */
function faster({ throughput }: OnPremisesOption): OnPremisesOption["throughput"] {
  return throughput.map((one) =>
    one.basis === "combined"
      ? {
          ...one,
          accelerator: "NVIDIA B200",
          conditions: "Twice the measured H200; nobody measured it here",
          outputTokensPerSecond: {
            ...{ value: 2 * (one.outputTokensPerSecond.value ?? 0), evidence: "estimated", ...own },
          },
        }
      : one,
  );
}

const options = [
  server("fennmark", "Fennmark H200 servers"),
  server("oriel", "Oriel H200 servers", {
    quote: { ...unquoted, networkPrice: included, installationPrice: included },
  }),
  server("stavra", "Stavra B200 servers", {
    accelerator: "NVIDIA B200",
    throughput: faster(base as unknown as OnPremisesOption),
  }),
];

/** Three offers of made-up suppliers, two currencies, one with a price missing, against a cloud and an API. */
export const sampleComparison = {
  id: "b5f3c0de-6a1e-4c59-9d1b-2f0a7e8c4d24",
  plan: comparisonPlan(),
  /** Which option takes which quote, for how many servers. */
  uses: [
    { optionId: "fennmark", quoteId: fennmark?.id ?? "", servers: 4 },
    { optionId: "oriel", quoteId: oriel?.id ?? "", servers: 4 },
    { optionId: "stavra", quoteId: stavra?.id ?? "", servers: 3 },
  ],
} as const;

function comparisonPlan(): Plan {
  const { plan } = claimsAssistant;
  const rate = { value: 1.1412, evidence: "list", source: "ECB", date: "2026-11-19" } as const;
  const checked = checkPlan({
    ...plan,
    name: "Claims assistant, three quotes",
    exchangeRates: [{ from: "EUR", to: "USD", rate }],
    options: [...options, ...plan.options.filter(({ kind }) => kind !== "on-premises")],
    scenarios: plan.scenarios.map((one) => ({
      ...one,
      changes: one.changes.filter(({ path }) => !path.startsWith("options.on-premises.")),
    })),
  });
  if (checked.ok) return checked.value;
  throw new Error(checked.issues.map(({ path, message }) => `${path}: ${message}`).join("\n"));
}
