import { existsSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Refused } from "./refused";

export type OutputFile = { readonly write: (bytes: Uint8Array) => void };

/** A file to be written: refused before any work is done where it may not be, and whole or not there at all. */
export function openOutput(path: string, folder: string, force: boolean): OutputFile {
  const place = resolve(folder, path);
  const into = dirname(place);
  if (!existsSync(into)) throw new Refused(2, `There is no folder ${into}. Make it first.`);
  if (existsSync(place)) {
    if (statSync(place).isDirectory())
      throw new Refused(2, `${place} is a folder. Give the path of a file inside it.`);
    if (!force)
      throw new Refused(2, `${place} is there already. Choose another name, or add --force.`);
  }
  return { write: (bytes) => writeWhole(place, bytes) };
}

function writeWhole(place: string, bytes: Uint8Array): void {
  const part = `${place}.${process.pid}.part`;
  try {
    writeFileSync(part, bytes, { flag: "wx" });
    renameSync(part, place);
  } catch (error) {
    rmSync(part, { force: true });
    throw new Refused(2, unwritable(place, (error as NodeJS.ErrnoException).code));
  }
}

function unwritable(place: string, code: string | undefined): string {
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return `${place} may not be written. Choose a folder of your own.`;
  if (code === "ENOSPC")
    return `${place} was not written: the disk is full. Make room, or choose another one.`;
  return `${place} could not be written (${code ?? "unknown reason"}).`;
}
