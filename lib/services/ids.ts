import type { AppError } from "@/lib/errors";
import { isId } from "@/lib/schemas/id";

/** The id in the one form it is stored in, or the refusal for what is no id. */
export function idOr(id: string, refusal: () => AppError): string {
  if (!isId(id)) throw refusal();
  return id.toLowerCase();
}
