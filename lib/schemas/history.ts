import * as z from "zod/mini";
import type { Body } from "./merge";
import type { Plan } from "./plan";
import { uuid } from "./uuid";

/** The kinds of part that a plan is made of, as its history names them. */
export const partSubjects = ["settings", "workload", "option", "scenario"] as const;
export type PartSubject = (typeof partSubjects)[number];

/** The list of the plan that a row is in, by what the row is. */
export const rowsOf = { workload: "workloads", option: "options", scenario: "scenarios" } as const;

/** Who did something; no name where nobody knows any more. */
export type By = {
  readonly userId: string | null;
  readonly name: string | null;
  /** The key it came by; null where a person did it on a page. */
  readonly keyName: string | null;
  readonly isYou: boolean;
};

/** A part before and after one change; null where it was not there. */
export type ChangedPart = {
  readonly subject: PartSubject;
  readonly id: string;
  readonly before: Body | null;
  readonly after: Body | null;
  /** What the part was called when it was there last. */
  readonly name: string;
};

/** Everything that one version of a plan changed. */
export type HistoryEntry = {
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: By;
  /** The plan began with this version, or its history did. */
  readonly isBeginning: boolean;
  readonly parts: readonly ChangedPart[];
};

export type PlanHistory = {
  readonly plan: Plan;
  readonly version: number;
  readonly canEdit: boolean;
  readonly entries: readonly HistoryEntry[];
  /** Older ones begin below this version; null at the end. */
  readonly next: number | null;
};

/** A plan as it was at one of its versions. */
export type PlanVersion = { readonly version: number; readonly at: string; readonly plan: Plan };

const version = z.int().check(z.gte(1), z.lte(2_000_000_000));

export const undoChangeInput = z.strictObject({
  planId: uuid,
  version,
  /** Also where a field was changed again since. */
  anyway: z.optional(z.boolean()),
});
export const restoreVersionInput = z.strictObject({ planId: uuid, version });

/** `options.own` in an address, as the row's own history is asked for; "settings" for the settings. */
export function partOfAddress(
  text: string | undefined,
): { readonly subject: PartSubject; readonly id: string | null } | null {
  if (text === "settings") return { subject: "settings", id: null };
  const [, rows, id] =
    /^(workload|option|scenario)s\.([a-z][a-z0-9-]{0,39})$/.exec(text ?? "") ?? [];
  return rows && id ? { subject: rows as PartSubject, id } : null;
}
