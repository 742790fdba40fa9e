/** A figure that comes to something else when it is computed again. */
export type CheckDifference = {
  /** Where it stands in the projection: ["options", "on-premises", "summary", "cash"]. */
  readonly path: readonly string[];
  readonly issued: number | string | null;
  readonly again: number | string | null;
};

/** An issue computed again, and its hash taken again. */
export type IssueCheck = {
  readonly isHashRight: boolean;
  readonly engineThen: string;
  readonly engineNow: string;
  /** At most a hundred of them. */
  readonly differences: readonly CheckDifference[];
  readonly count: number;
};
