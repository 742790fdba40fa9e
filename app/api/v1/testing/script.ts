import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import type { Plan } from "@/lib/schemas/plan";
import { createApiKey } from "@/lib/services/api-keys";
import { importPlan } from "@/lib/services/plans";
import { testPlan } from "@/lib/testing/plan";
import { GET } from "../[[...path]]/route";

export type Sent = {
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
};

/** A request as a script makes it, through the route that the web server calls. */
export function send(
  method: string,
  path: string,
  { key, headers, body }: Sent,
): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return GET(
    new Request(`http://localhost/api/v1${path}`, {
      method,
      headers: {
        "X-Forwarded-For": "127.0.0.1",
        ...(key ? { Authorization: `Bearer ${key}` } : {}),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: text }),
    }),
  );
}

export async function keyOf(ctx: Context, scope: "read" | "write" = "write"): Promise<string> {
  const input = { id: randomUUID(), name: "Script", scope, lifetimeDays: 30 } as const;
  return (await createApiKey(ctx, input)).token;
}

export async function storedPlan(ctx: Context, plan: Plan = testPlan()): Promise<string> {
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan });
  return (await importPlan(ctx, { id: randomUUID(), file })).id;
}
