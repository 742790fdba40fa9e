import { upload } from "@/lib/adapters/upload";
import { addAttachmentInput, maxAttachmentBytes } from "@/lib/schemas/attachment";
import { addAttachment } from "@/lib/services/quote-attachments";

export const POST = (request: Request) =>
  upload(request, {
    schema: addAttachmentInput,
    service: addAttachment,
    mostBytes: maxAttachmentBytes,
    mend: "Attach a smaller one.",
  });
