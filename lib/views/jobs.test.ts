import { expect, it } from "vitest";
import type { JobSummary } from "@/lib/schemas/job";
import { isAnyOpen, jobRows } from "./jobs";

const job = (more: Partial<JobSummary>): JobSummary => ({
  id: "j",
  kind: "organization-export",
  state: "queued",
  progressFraction: null,
  progressStep: null,
  counts: {},
  error: null,
  attempt: 0,
  requestedByName: "Ada",
  isOwn: true,
  createdAt: "2026-11-28T05:00:00.000Z",
  startedAt: null,
  finishedAt: null,
  file: null,
  ...more,
});
const rowOf = (more: Partial<JobSummary>) => jobRows([job(more)])[0];

it("offers what can be done with a job in each state", () => {
  const offers = (["queued", "running", "succeeded", "failed", "cancelled"] as const).map(
    (state) => {
      const row = rowOf({ state });
      return [state, row?.mayCancel, row?.mayRetry, row?.mayDelete];
    },
  );
  expect(offers).toEqual([
    ["queued", true, false, false],
    ["running", true, false, false],
    ["succeeded", false, false, true],
    ["failed", false, true, true],
    ["cancelled", false, true, true],
  ]);
  expect(isAnyOpen(jobRows([job({ state: "failed" })]))).toBe(false);
  expect(isAnyOpen(jobRows([job({})]))).toBe(true);
});

it("says how far it is, and which attempt it is on", () => {
  expect(
    rowOf({ state: "running", attempt: 2, progressFraction: 0.4, progressStep: "reading" }),
  ).toMatchObject({
    text: "reading the plans, attempt 2 of 5",
    progress: { fraction: 0.4, text: "40%" },
  });
  expect(rowOf({ attempt: 1, error: "The last attempt failed." })).toMatchObject({
    text: "Waits for its next attempt",
    error: "The last attempt failed.",
  });
});

it("says what was made, and until when it is kept", () => {
  const done = { state: "succeeded", counts: { plans: 12, templates: 1 } } as const;
  const finishedAt = "2026-11-28T05:01:00.000Z";
  const file = { name: "acme.zip", sizeBytes: 440_402, expiresAt: "2026-12-05T05:01:00.000Z" };
  const row = rowOf({ ...done, finishedAt, file });
  expect(row?.text).toMatch(/^12 plans and 1 template, /);
  const many = { ...done, counts: { RFQs: 2, "catalog entries": 1, memos: 0 } };
  expect(rowOf({ ...many, finishedAt, file })?.text).toMatch(/^2 RFQs and 1 catalog entry, /);
  expect(row?.file).toEqual({
    name: "acme.zip",
    href: "/settings/jobs/j/file",
    text: expect.stringMatching(/^430 KB, until .*2026/),
  });
  expect(rowOf({ ...done, finishedAt })?.text).toMatch(/\. Its file was deleted$/);
});

it("misses no file where none was to be made", () => {
  const finishedAt = "2026-11-28T05:01:00.000Z";
  const row = rowOf({ kind: "rfq-answer", state: "succeeded", counts: { lines: 9 }, finishedAt });
  expect(row?.text).toBe("9 lines, 28 Nov 2026, 05:01 UTC");
});
