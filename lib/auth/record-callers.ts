import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

type Started = { readonly request: IncomingMessage; readonly socket: Socket };

/**
 * Ends X-Forwarded-For with the address that a connection really comes from, as a proxy would: Next itself
 * leaves the header as the caller wrote it.
 */
export function recordCallers(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as Started;
    const told = request.headers["x-forwarded-for"];
    request.headers["x-forwarded-for"] = [told, socket.remoteAddress].filter(Boolean).join(", ");
  });
}
