import { upload } from "@/lib/adapters/upload";
import { maxFileBytes } from "@/lib/schemas/job";
import { previewLinesInput } from "@/lib/schemas/lines-import";
import { previewLines } from "@/lib/services/lines-imports";

export const POST = (request: Request) =>
  upload(request, { schema: previewLinesInput, service: previewLines, mostBytes: maxFileBytes });
