import { readiness } from "@/lib/data/readiness";
import { running } from "./running-requests";

type Check = "ok" | "failed";

const answer = (body: object, status: number) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

const checkOf = (isRight: boolean): Check => (isRight ? "ok" : "failed");

/** The process answers; nothing else is asked. */
export const healthz = (): Response => answer({ status: "ok" }, 200);

/** Whether requests should come here: not before the database is right, and not once the server is to stop. */
export async function readyz(): Promise<Response> {
  const found = running.isStopping ? null : await readiness();
  const checks = {
    serving: checkOf(found !== null),
    ...(found && {
      database: checkOf(found.database),
      migrations: checkOf(found.migrations),
    }),
  };
  const isReady = Object.values(checks).every((check) => check === "ok");
  // Without a worker jobs wait, and pages are served all the same: that takes no server out of service.
  const worker = found && { worker: checkOf(found.worker) };
  return answer({ status: checkOf(isReady), checks, ...worker }, isReady ? 200 : 503);
}
