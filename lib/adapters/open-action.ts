import { headers } from "next/headers";
import type * as z from "zod/mini";
import { safeCallbackUrl } from "@/lib/auth/callback-url";
import { type CallerAddress, callerAddress } from "@/lib/auth/caller-address";
import { setSessionCookie } from "@/lib/auth/session";
import type { ActionResult } from "./action-result";
import { parse } from "./parse";
import { toRefusal } from "./to-refusal";

/** Where a session that has just begun goes on. */
export type Entered = { readonly next: string };

/** A way in as a server action: whoever passes leaves with a session's cookie. */
export function openAction<Input extends { readonly callbackUrl?: string | undefined }>(
  schema: z.ZodMiniType<Input>,
  enter: (input: Input, caller: CallerAddress) => Promise<string>,
): (input: Input) => Promise<ActionResult<Entered>> {
  return async (input) => {
    try {
      const parsed = parse(schema, input);
      const sent = await headers();
      const caller = callerAddress(sent.get("x-forwarded-for"), sent.get("user-agent"));
      await setSessionCookie(await enter(parsed, caller));
      return { ok: true, data: { next: safeCallbackUrl(parsed.callbackUrl) } };
    } catch (error) {
      return toRefusal(error);
    }
  };
}
