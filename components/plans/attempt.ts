import type { ActionResult } from "@/lib/adapters/action-result";

/** An action whose call never came through is a refusal too, and says what became of the change. */
export async function attempt<Data>(
  action: () => Promise<ActionResult<Data>>,
  unfinished: string,
): Promise<ActionResult<Data>> {
  try {
    return await action();
  } catch {
    return {
      ok: false,
      code: "UNAVAILABLE",
      message: `${unfinished}: no connection. Try again when it is back.`,
    };
  }
}
