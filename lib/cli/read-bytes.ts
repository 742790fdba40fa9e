import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { Refused } from "./refused";

const example = "docs/examples/claims-assistant.json";

/** A file's bytes, once its size will do. */
export function readBytes(
  path: string,
  folder: string,
  tooLarge: (size: number) => string | null,
): Uint8Array {
  const place = resolve(folder, path);
  try {
    const refusal = tooLarge(statSync(place).size);
    if (refusal) throw new Refused(1, `${path}: ${refusal}`);
    return readFileSync(place);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(2, unreadable(place, (error as NodeJS.ErrnoException).code));
  }
}

function unreadable(place: string, code: string | undefined): string {
  if (code === "ENOENT" || code === "ENOTDIR")
    return `There is no file ${place}. Give the path of a file, for example ${example}.`;
  if (code === "EISDIR") return `${place} is a folder. Give the path of a file inside it.`;
  if (code === "EACCES") return `${place} may not be read. Allow it, or copy the file.`;
  return `${place} could not be read (${code ?? "unknown reason"}).`;
}
