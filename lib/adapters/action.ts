import { revalidatePath } from "next/cache";
import type * as z from "zod/mini";
import type { Context } from "@/lib/auth/context";
import { currentContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import type { ActionResult } from "./action-result";
import { parse } from "./parse";
import { toRefusal } from "./to-refusal";

type Options = {
  /** Pages below this path are rendered anew with the answer. */
  readonly revalidate?: string;
};

/** A service as a server action: finds out who asks, parses, calls, and turns errors into words. */
export function action<Input, Output>(
  schema: z.ZodMiniType<Input>,
  service: (ctx: Context, input: Input) => Promise<Output>,
  { revalidate }: Options = {},
): (input: Input) => Promise<ActionResult<Output>> {
  return async (input) => {
    try {
      const ctx = await currentContext();
      if (!ctx) throw new AppError("UNAUTHENTICATED", "Your session has ended. Sign in to go on.");
      const data = await service(ctx, parse(schema, input));
      if (revalidate) revalidatePath(revalidate, "layout");
      return { ok: true, data };
    } catch (error) {
      return toRefusal(error);
    }
  };
}
