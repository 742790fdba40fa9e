import { fileSizeText, instantText } from "@/lib/format";
import type { Attachment } from "@/lib/schemas/attachment";

/** "1.2 MB, revision 2, Ada, 1 Feb 2027, 10:00": what is known of a file beside its name. */
export const attachmentText = ({
  sizeBytes,
  revision,
  createdBy,
  createdAt,
}: Pick<Attachment, "sizeBytes" | "revision" | "createdBy" | "createdAt">): string =>
  `${fileSizeText(sizeBytes)}, revision ${revision}, ${createdBy ?? "somebody who left"}, ${instantText(createdAt)}`;
