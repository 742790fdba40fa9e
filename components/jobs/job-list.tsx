"use client";

import { isAnyOpen, type JobRow } from "@/lib/views/jobs";
import { JobItem } from "./job-item";
import { useRefreshWhile } from "./use-refresh-while";

/** Follows what runs while somebody looks. */
export function JobList({ rows }: { readonly rows: readonly JobRow[] }) {
  useRefreshWhile(isAnyOpen(rows));
  if (rows.length === 0)
    return (
      <p className="text-ink-3 text-sm">
        No job yet. An export shows here at once, with how far it is and then its file.
      </p>
    );
  return (
    <ul aria-label="Jobs" className="-my-3 divide-y divide-line">
      {rows.map((row) => (
        <JobItem key={row.id} row={row} />
      ))}
    </ul>
  );
}
