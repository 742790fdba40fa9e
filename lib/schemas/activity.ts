import type { By } from "./history";
import { isId } from "./id";

/** What can be asked for of the activity: the subjects of audit events, kept together as people think of them. */
export const activityKinds = {
  plans: ["plan"],
  settings: ["settings"],
  workloads: ["workload"],
  options: ["option"],
  scenarios: ["scenario"],
  templates: ["template"],
  catalog: ["catalogEntry"],
  quotes: ["quote", "supplier", "review", "award", "rfq"],
  proposals: ["proposal"],
  members: ["member", "invitation"],
  keys: ["apiKey"],
  jobs: ["job"],
  organization: ["organization"],
  sessions: ["session"],
} as const satisfies Record<string, readonly string[]>;
export type ActivityKind = keyof typeof activityKinds;

export type ActivityFilter = {
  readonly userId: string | null;
  readonly planId: string | null;
  readonly kind: ActivityKind | null;
};

export type ActivityEvent = {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: By;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly plan: { readonly id: string; readonly name: string; readonly isDeleted: boolean } | null;
  /** What must still read when the thing is gone. */
  readonly detail: Readonly<Record<string, unknown>>;
};

export type Activity = {
  readonly events: readonly ActivityEvent[];
  /** Where older ones begin; null at the end. */
  readonly next: string | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly plans: readonly { readonly id: string; readonly name: string }[];
};

type Asked = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** A filter as an address writes it; what cannot be read filters nothing. */
export function activityFilterOf({ person, plan, kind }: Asked): ActivityFilter {
  const idOf = (value: Asked[string]) =>
    typeof value === "string" && isId(value) ? value.toLowerCase() : null;
  const isKind = typeof kind === "string" && Object.hasOwn(activityKinds, kind);
  return {
    userId: idOf(person),
    planId: idOf(plan),
    kind: isKind ? (kind as ActivityKind) : null,
  };
}

export type ActivityCursor = { readonly at: Date; readonly id: string };

/** Four digits of a year: what else JavaScript takes for a date, PostgreSQL may not. */
const instant = /^[12]\d{3}-[^~]{1,20}~/;

export const writeCursor = ({ at, id }: ActivityCursor): string => `${at.toISOString()}~${id}`;

/** Null for what is no cursor: the newest are shown then. */
export function readCursor(text: string | readonly string[] | undefined): ActivityCursor | null {
  if (typeof text !== "string") return null;
  const [told = "", id = ""] = text.split("~");
  const at = new Date(told);
  return instant.test(text) && !Number.isNaN(at.getTime()) && isId(id) ? { at, id } : null;
}
