import { expect, it } from "vitest";
import { instantText } from "@/lib/format";
import { attachmentText } from "./attachments";

it("says size, revision, who and when", () => {
  const createdAt = "2027-02-01T09:00:00.000Z";
  const file = { sizeBytes: 2048, revision: 2, createdAt };
  expect(attachmentText({ ...file, createdBy: "Ada" })).toBe(
    `2 KB, revision 2, Ada, ${instantText(createdAt)}`,
  );
  expect(attachmentText({ ...file, createdBy: null })).toContain(", somebody who left, ");
});
