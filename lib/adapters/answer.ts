import type * as z from "zod/mini";
import type { Context } from "@/lib/auth/context";
import { currentContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { statuses } from "./download";
import { parse } from "./parse";
import { toRefusal } from "./to-refusal";

/**
 * A service that only reads, as what a page asks for while it stands open. Server actions wait for each other
 * and cannot be given up; these can.
 */
export async function answer<Input, Output>(
  schema: z.ZodMiniType<Input>,
  service: (ctx: Context, input: Input) => Promise<Output>,
  input: unknown,
): Promise<Response> {
  const headers = { "Cache-Control": "private, no-store" };
  try {
    const ctx = await currentContext();
    if (!ctx) throw new AppError("UNAUTHENTICATED", "Your session has ended. Sign in to go on.");
    const data = await service(ctx, parse(schema, input));
    return Response.json({ ok: true, data }, { headers });
  } catch (error) {
    const refusal = toRefusal(error);
    return Response.json(refusal, { status: statuses[refusal.code], headers });
  }
}
