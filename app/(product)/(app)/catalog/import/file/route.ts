import { upload } from "@/lib/adapters/upload";
import { maxFileBytes } from "@/lib/schemas/job";
import { requestPriceImportInput } from "@/lib/schemas/price-import";
import { requestPriceImport } from "@/lib/services/price-imports";

export const POST = (request: Request) =>
  upload(request, {
    schema: requestPriceImportInput,
    service: requestPriceImport,
    mostBytes: maxFileBytes,
  });
