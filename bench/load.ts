import autocannon from "autocannon";

export type Request = {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

const connections = 10;

/** Requests a second that one server answers; an answer that is no success ends the bench. */
export async function requestsPerSecond(request: Request, seconds: number): Promise<number> {
  const result = await autocannon({ ...request, connections, duration: seconds });
  const wrong = result.non2xx + result.errors + result.timeouts;
  if (wrong > 0 || result["2xx"] === 0)
    throw new Error(`${wrong} of ${result.requests.total} requests to ${request.url} failed.`);
  return result["2xx"] / result.duration;
}
