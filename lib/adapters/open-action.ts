import type * as z from "zod/mini";
import { safeCallbackUrl } from "@/lib/auth/callback-url";
import type { CallerAddress } from "@/lib/auth/caller-address";
import { setSessionCookie } from "@/lib/auth/session";
import type { ActionResult } from "./action-result";
import { callerAction } from "./caller-action";

/** Where a session that has just begun goes on. */
export type Entered = { readonly next: string };

/** A way in as a server action: whoever passes leaves with a session's cookie. */
export function openAction<Input extends { readonly callbackUrl?: string | undefined }>(
  schema: z.ZodMiniType<Input>,
  enter: (input: Input, caller: CallerAddress) => Promise<string>,
): (input: Input) => Promise<ActionResult<Entered>> {
  return callerAction(schema, async (input, caller) => {
    await setSessionCookie(await enter(input, caller));
    return { next: safeCallbackUrl(input.callbackUrl) };
  });
}
