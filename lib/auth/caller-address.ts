import { env } from "@/lib/env";

/** The IP address that a try is counted against; a machine on this host is not held to those limits. */
export type CallerAddress = { readonly ip: string; readonly isLocal: boolean };

const local = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * Next itself writes X-Forwarded-For where no proxy did. Entries before the operator's own are the
 * caller's word, so only one counted from the end is believed.
 */
export function callerAddress(forwardedFor: string | null | undefined): CallerAddress {
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const ip = (hops[hops.length - env().proxies] ?? "").slice(0, 64) || "unknown";
  return { ip, isLocal: local.test(ip) };
}
