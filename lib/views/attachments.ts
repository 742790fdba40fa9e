import { counted, fileSizeText, instantText, numberFixed } from "@/lib/format";
import type { Attachment } from "@/lib/schemas/attachment";

/** "1.2 MB, revision 2, Ada, 1 Feb 2027, 10:00": what is known of a file beside its name. */
export const attachmentText = ({
  sizeBytes,
  revision,
  createdBy,
  createdAt,
}: Pick<Attachment, "sizeBytes" | "revision" | "createdBy" | "createdAt">): string =>
  `${fileSizeText(sizeBytes)}, revision ${revision}, ${createdBy ?? "somebody who left"}, ${instantText(createdAt)}`;

/** "2 lines imported from it, as lines 5 to 6"; null where none were. */
export function importedFromText({ imported }: Pick<Attachment, "imported">): string | null {
  if (!imported) return null;
  const { firstLine, lineCount } = imported;
  const [first, last] = [firstLine, firstLine + lineCount - 1].map((line) => numberFixed(line, 0));
  const places = lineCount === 1 ? `as line ${first}` : `as lines ${first} to ${last}`;
  return `${counted(lineCount, "line")} imported from it, ${places}`;
}
