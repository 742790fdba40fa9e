"use client";

import { isAnyOpen, type JobRow } from "@/lib/views/jobs";
import { noJobs } from "@/lib/views/jobs-words";
import { JobItem } from "./job-item";
import { useRefreshWhile } from "./use-refresh-while";

/** Follows what runs while somebody looks. */
export function JobList({ rows }: { readonly rows: readonly JobRow[] }) {
  useRefreshWhile(isAnyOpen(rows));
  if (rows.length === 0) return <p className="text-ink-3 text-sm">{noJobs}</p>;
  return (
    <ul aria-label="Jobs" className="-my-3 divide-y divide-line">
      {rows.map((row) => (
        <JobItem key={row.id} row={row} />
      ))}
    </ul>
  );
}
