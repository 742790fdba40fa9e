/** Next calls this once, before it serves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { recordCallers } = await import("@/lib/auth/record-callers");
  recordCallers();
}
