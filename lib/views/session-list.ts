import { counted, instantText } from "@/lib/format";
import { deviceText } from "./device";

/** A session of one's own as its row says it. */
export type SessionRow = {
  readonly id: string;
  readonly device: string;
  readonly organization: string;
  readonly started: string;
  readonly lastSeen: string;
  readonly isThis: boolean;
};

type Session = {
  readonly id: string;
  readonly organizationName: string;
  readonly userAgent: string | null;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly isThis: boolean;
};

export const sessionRows = (sessions: readonly Session[]): readonly SessionRow[] =>
  sessions.map(({ id, organizationName, userAgent, startedAt, lastSeenAt, isThis }) => ({
    id,
    device: deviceText(userAgent),
    organization: organizationName,
    started: instantText(startedAt),
    lastSeen: isThis ? "now" : instantText(lastSeenAt),
    isThis,
  }));

/** "2 other sessions ended." */
export function endedText(count: number): string {
  return count === 0 ? "No other session was open." : `${counted(count, "other session")} ended.`;
}

/** "2 sessions ended." */
export function endedSessionsText(count: number): string {
  return count === 0 ? "No session was open." : `${counted(count, "session")} ended.`;
}
