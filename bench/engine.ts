import { starterPlan } from "@/lib/catalog/starter-plan";
import { applyChanges, project } from "@/lib/engine";
import { alone, median, type Result } from "./measure";

const rounds = 30;
const perRound = 200;

/** One projection after one changed input, lines and provenance included. */
export async function engine(): Promise<Result[]> {
  const plan = starterPlan({ templateId: "fine-tuning", name: "Bench", startMonth: "2027-01" });
  const path = `workloads.${plan.workloads[0]?.id}.requestsPerMonth`;
  const taken = Array.from({ length: rounds }, (_, round) => {
    const began = performance.now();
    for (let nth = 0; nth < perRound; nth += 1) {
      project(applyChanges(plan, [{ path, value: 1_000_000 + round * perRound + nth }]));
    }
    return ((performance.now() - began) / perRound) * 1000;
  });
  return [alone("projection of three options over 60 months", median(taken), "µs")];
}
