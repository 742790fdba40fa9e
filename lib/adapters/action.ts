import { revalidatePath } from "next/cache";
import type * as z from "zod/mini";
import type { Context } from "@/lib/auth/context";
import { orElsewhere } from "@/lib/auth/plan-elsewhere";
import { currentContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import type { ActionResult } from "./action-result";
import { parse } from "./parse";
import { toRefusal } from "./to-refusal";

type Options = {
  /** Pages below this path are rendered anew with the answer. */
  readonly revalidate?: string;
};

const movedOn =
  "You are in another organization now, so nothing was changed. Switch back to go on here.";

/**
 * A service as a server action: finds out who asks, parses, calls, and turns errors into words. What makes
 * something new names no plan, so its page says with `madeFor` which organization it shows.
 */
export function action<Input, Output>(
  schema: z.ZodMiniType<Input>,
  service: (ctx: Context, input: Input) => Promise<Output>,
  { revalidate }: Options = {},
): (input: Input, madeFor?: string) => Promise<ActionResult<Output>> {
  return async (input, madeFor) => {
    try {
      const ctx = await currentContext();
      if (!ctx) throw new AppError("UNAUTHENTICATED", "Your session has ended. Sign in to go on.");
      if (madeFor !== undefined && madeFor !== ctx.orgId) throw new AppError("FORBIDDEN", movedOn);
      const data = await service(ctx, parse(schema, input)).catch(async (error: unknown) => {
        throw await orElsewhere(error, ctx, input);
      });
      if (revalidate) revalidatePath(revalidate, "layout");
      return { ok: true, data };
    } catch (error) {
      return toRefusal(error);
    }
  };
}
