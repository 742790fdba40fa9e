import type { Plan } from "./plan";

/** A plan as the database has it, with the versions that a change must name. */
export type StoredPlan = {
  readonly id: string;
  /** Raised by every change to the plan or one of its rows. */
  readonly version: number;
  readonly archived: boolean;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
  readonly settingsVersion: number;
  /** By path of the row: `workloads.<id>`, `options.<id>`, `scenarios.<id>`. */
  readonly rowVersions: Readonly<Record<string, number>>;
  readonly canEdit: boolean;
  readonly plan: Plan;
};

/** A plan in a list. */
export type PlanSummary = {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
  readonly version: number;
  readonly workloads: number;
  readonly options: number;
  /** Whoever reads it judges its quotes without prices, so it has no answer for them. */
  readonly pricesHidden?: boolean;
};
