import { alternating } from "./load";
import { compared, type Result } from "./measure";
import { makePlan, onStage } from "./plan-page";

/** The list of plans for somebody signed in, against a page that only says its name. */
export function plans(): Promise<Result[]> {
  return onStage(async ({ ours, bare, browser }) => {
    const context = await browser.newContext({ baseURL: ours.address });
    await makePlan(await context.newPage());
    const cookie = (await context.cookies())
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ");
    await context.close();
    const taken = await alternating(
      { url: `${ours.address}/plans`, headers: { cookie } },
      { url: `${bare.address}/` },
    );
    return [compared("plans page, signed in", taken.ours, taken.theirs, "requests/s")];
  });
}
