import { headers } from "next/headers";
import type * as z from "zod/mini";
import { type CallerAddress, callerAddress } from "@/lib/auth/caller-address";
import type { ActionResult } from "./action-result";
import { parse } from "./parse";
import { toRefusal } from "./to-refusal";

/** A server action for somebody who is not signed in: known by nothing but where they call from. */
export function callerAction<Input, Output>(
  schema: z.ZodMiniType<Input>,
  use: (input: Input, caller: CallerAddress) => Promise<Output>,
): (input: Input) => Promise<ActionResult<Output>> {
  return async (input) => {
    try {
      const parsed = parse(schema, input);
      const sent = await headers();
      const caller = callerAddress(sent.get("x-forwarded-for"), sent.get("user-agent"));
      return { ok: true, data: await use(parsed, caller) };
    } catch (error) {
      return toRefusal(error);
    }
  };
}
