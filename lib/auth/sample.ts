import { findSample } from "@/lib/data/users";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { CallerAddress } from "./caller-address";
import { limitSample } from "./limits";
import { openSession } from "./live-session";

export const isSampleOpen = (): boolean => env().sample !== "off";

/** A session in the sample organization, for whoever asks, where the operator allows it. */
export async function enterSample(_: unknown, caller: CallerAddress): Promise<string> {
  if (isSampleOpen()) await limitSample(caller);
  const sample = isSampleOpen() ? await findSample() : null;
  if (!sample)
    throw new AppError("FORBIDDEN", "The sample organization is not open here. Sign in instead.");
  return openSession(sample.userId, sample.orgId, caller);
}
