import { type Request, requestsPerSecond } from "./load";
import { compared, interleaved, type Result } from "./measure";
import { makePlan, onStage } from "./plan-page";

const rounds = 5;
const warmUpSeconds = 4;
const roundSeconds = 4;

/** The list of plans for somebody signed in, against a page that only says its name. */
export function plans(): Promise<Result[]> {
  return onStage(async ({ ours, bare, browser }) => {
    const context = await browser.newContext({ baseURL: ours.address });
    await makePlan(await context.newPage());
    const cookie = (await context.cookies())
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ");
    await context.close();
    const mine: Request = { url: `${ours.address}/plans`, headers: { cookie } };
    const theirs: Request = { url: `${bare.address}/` };
    for (const request of [mine, theirs]) await requestsPerSecond(request, warmUpSeconds);
    const taken = await interleaved(
      rounds,
      () => requestsPerSecond(mine, roundSeconds),
      () => requestsPerSecond(theirs, roundSeconds),
    );
    return [compared("plans page, signed in", taken.ours, taken.theirs, "requests/s")];
  });
}
