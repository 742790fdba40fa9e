import type { Figure } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";
import { testPlan } from "./plan";

const none: Figure = { value: 0, evidence: "assumed" };

/** As many workloads, options and months as a plan may have, or fewer rows, each option serving each workload. */
export function largestPlan(most = 50): Plan {
  const base = testPlan();
  const [first] = base.workloads;
  if (!first) throw new Error("The test's plan has no workload.");
  const workloads = Array.from({ length: most }, (_, nth) => ({
    ...{ ...first, id: `work-${nth}`, name: `Workload ${nth + 1}` },
  }));
  const served = base.options.map((option) => servingAll(option, workloads));
  const options = Array.from({ length: most }, (_, nth) => {
    const option = served[nth % served.length];
    if (!option) throw new Error("The test's plan has no option.");
    if (nth < served.length) return option;
    return { ...option, id: `${option.id}-${nth}`, name: `${option.name} ${nth}` };
  });
  return { ...base, horizonMonths: 120, workloads, options, scenarios: [] };
}

function servingAll(option: Plan["options"][number], workloads: Plan["workloads"]) {
  if (option.kind !== "cloud" && option.kind !== "on-premises") return option;
  const [one] = option.throughput;
  const throughput = one ? workloads.map(({ id }) => ({ ...one, workloadId: id })) : [];
  if (option.kind === "cloud") return { ...option, throughput };
  return { ...option, throughput, quote: { ...option.quote, installationPrice: none } };
}
