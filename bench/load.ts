import autocannon from "autocannon";
import { interleaved } from "./measure";

export type Request = {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

const connections = 10;
const rounds = 5;
const warmUpSeconds = 4;
const roundSeconds = 4;

/** Requests a second that one server answers; an answer that is no success ends the bench. */
async function requestsPerSecond(request: Request, seconds: number): Promise<number> {
  const result = await autocannon({ ...request, connections, duration: seconds });
  const wrong = result.non2xx + result.errors + result.timeouts;
  if (wrong > 0 || result["2xx"] === 0)
    throw new Error(`${wrong} of ${result.requests.total} requests to ${request.url} failed.`);
  return result["2xx"] / result.duration;
}

/** The median of some rounds, the two servers in turn, both warm. */
export async function alternating(ours: Request, theirs: Request) {
  for (const request of [ours, theirs]) await requestsPerSecond(request, warmUpSeconds);
  return interleaved(
    rounds,
    () => requestsPerSecond(ours, roundSeconds),
    () => requestsPerSecond(theirs, roundSeconds),
  );
}
