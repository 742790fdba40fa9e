import { env } from "@/lib/env";

/** The IP address that a try is counted against; whoever comes straight from this machine is not held to those limits. */
export type CallerAddress = {
  readonly ip: string;
  readonly isLocal: boolean;
  /** What the browser says of itself; kept with the session that is opened. */
  readonly userAgent?: string;
};

const local = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * The header ends with the address that the connection comes from (see `recordCallers`); each proxy of the
 * operator's wrote one before it. Whatever stands before those is the caller's word.
 */
export function callerAddress(
  forwardedFor: string | null | undefined,
  userAgent?: string | null,
): CallerAddress {
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const ip = (hops[hops.length - 1 - env().proxies] ?? "").slice(0, 64) || "unknown";
  return { ip, isLocal: hops.length === 1 && local.test(ip), ...(userAgent && { userAgent }) };
}
