/** Next calls this once, before it serves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { recordCallers } = await import("@/lib/auth/record-callers");
  const { attendRequests } = await import("@/lib/server/attend-requests");
  recordCallers();
  attendRequests();
  if (process.env.NODE_ENV !== "production") return;
  const { logConsole } = await import("@/lib/server/log-console");
  const { stopGracefully } = await import("@/lib/server/stop-gracefully");
  logConsole();
  stopGracefully();
}
