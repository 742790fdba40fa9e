import { expect, it } from "vitest";
import { instantText } from "@/lib/format";
import { attachmentText, importedFromText } from "./attachments";

it("says size, revision, who and when", () => {
  const createdAt = "2027-02-01T09:00:00.000Z";
  const file = { sizeBytes: 2048, revision: 2, createdAt };
  expect(attachmentText({ ...file, createdBy: "Ada" })).toBe(
    `2 KB, revision 2, Ada, ${instantText(createdAt)}`,
  );
  expect(attachmentText({ ...file, createdBy: null })).toContain(", somebody who left, ");
});

it("says which lines were imported from it", () => {
  const from = (firstLine: number, lineCount: number) =>
    importedFromText({ imported: { firstLine, lineCount } });
  expect(from(5, 2)).toBe("2 lines imported from it, as lines 5 to 6");
  expect(from(1, 1)).toBe("1 line imported from it, as line 1");
  expect(importedFromText({ imported: null })).toBeNull();
});
