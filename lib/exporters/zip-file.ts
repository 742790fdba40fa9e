import { strToU8, Zip, ZipDeflate } from "fflate";

/** A file's path in a ZIP and its text, piece by piece, so that a large one is never there as a whole. */
export type ZipPart = readonly [path: string, pieces: Iterable<string>];

/** A ZIP of texts, each compressed as it comes: its parts are asked for one after the other. */
export function zipFile(parts: Iterable<ZipPart>, writtenAt: Date): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, pieces] of parts) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = writtenAt;
    zip.add(entry);
    for (const piece of pieces) entry.push(strToU8(piece), false);
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
