import { upload } from "@/lib/adapters/upload";
import { maxFileBytes } from "@/lib/schemas/job";
import { requestLinesImportInput } from "@/lib/schemas/lines-import";
import { requestLinesImport } from "@/lib/services/lines-imports";

export const POST = (request: Request) =>
  upload(request, {
    schema: requestLinesImportInput,
    service: requestLinesImport,
    mostBytes: maxFileBytes,
  });
