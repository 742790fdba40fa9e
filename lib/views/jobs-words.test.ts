import { expect, it } from "vitest";
import { fileKeptDays, jobKeptDays } from "@/lib/schemas/job";
import { exportButtonText, jobsDescription, whyNoExport } from "./jobs-words";

it("says whose jobs are listed, and how long they are kept as they are", () => {
  expect(jobsDescription(true)).toContain("imports and exports of all members.");
  expect(jobsDescription(false)).toContain("imports and exports of yours.");
  expect(jobsDescription(false)).toContain(`Files are kept for ${fileKeptDays} days`);
  expect(jobsDescription(false)).toContain(`jobs for ${jobKeptDays} days after they end.`);
});

it("says why not everything is exported, and who can", () => {
  expect(whyNoExport(true)).toContain("Visitors share the sample organization");
  expect(whyNoExport(false)).toContain("Ask an administrator");
});

it("says that it is asking while it is", () => {
  expect([true, false].map(exportButtonText)).toEqual(["Asking for it", "Export everything"]);
});
