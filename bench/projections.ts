import { starterPlan } from "@/lib/catalog/starter-plan";
import { makeKey } from "./api-key";
import { alternating, type Request } from "./load";
import { compared, type Result } from "./measure";
import { makePlan, onStage } from "./plan-page";

/** A plan sent in and its projection sent out, against a handler that parses the plan and sends it back. */
export function projections(): Promise<Result[]> {
  return onStage(async ({ ours, bare, browser, data }) => {
    const context = await browser.newContext({ baseURL: ours.address });
    await makePlan(await context.newPage());
    await context.close();
    const token = await makeKey(data);
    const plan = starterPlan({ templateId: "agent", name: "Bench", startMonth: "2027-01" });
    const sent = {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(plan),
    } satisfies Partial<Request>;
    const taken = await alternating(
      { ...sent, url: `${ours.address}/api/v1/projections` },
      { ...sent, url: `${bare.address}/echo` },
    );
    return [compared("projections over the API", taken.ours, taken.theirs, "requests/s")];
  });
}
