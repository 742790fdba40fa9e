/** The queue's own schema, in the same database, so that a job and its place in the queue are one transaction. */
export const queueSchema = "pgboss";
/** The version of that schema which the installed pg-boss works on; it refuses any other. */
export const queueSchemaVersion = 31;

export const jobQueue = "job";
/** Where a job goes that no attempt has brought to an end. */
export const deadQueue = "job-dead";

/** A job among those of all organizations: its id is its client's own, and another organization may have the same. */
export const jobName = (key: { readonly orgId: string; readonly jobId: string }): string =>
  `${key.orgId}/${key.jobId}`;

/** On these channels a waiting worker hears of a new job, and a running one of a cancelled job. */
export const wakeChannel = "loadline_job";
export const cancelChannel = "loadline_job_cancelled";
