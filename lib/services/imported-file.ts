import type { JobInput } from "@/lib/data/job-inputs";
import { importedTypeOf, safeFileName } from "@/lib/schemas/attachment";

/** The file as it is kept with the quote: as it came, under a name that is safe to save under. */
export function importedFile({ name: given, bytes, sha256 }: NonNullable<JobInput["file"]>) {
  const mediaType = importedTypeOf(bytes);
  const name = safeFileName(given, mediaType);
  return { given, name, mediaType, sha256, sizeBytes: bytes.byteLength };
}
