import { crc32, inflateSync } from "node:zlib";
import { mostLogoPixels } from "@/lib/schemas/house-style";
import type { PictureSize } from "./logo-jpeg";

const signatureBytes = 8;
/** Length, name and checksum. */
const aroundBytes = 12;
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const mostFilters = 4;

/** Its size where all its parts are there and its lines unpack to what the head says; null otherwise. */
export function readPng(bytes: Uint8Array): PictureSize | null {
  const parts = partsOf(bytes);
  const [head] = parts ?? [];
  if (!parts || head?.name !== "IHDR" || head.body.length !== 13) return null;
  const view = new DataView(head.body.buffer, head.body.byteOffset, head.body.byteLength);
  const size = { width: view.getUint32(0), height: view.getUint32(4) };
  const [depth, samples] = [view.getUint8(8), samplesOf[view.getUint8(9)]];
  if (size.width === 0 || size.height === 0 || samples === undefined) return null;
  // What is too large is refused by its size, and not unpacked.
  if (Math.max(size.width, size.height) > mostLogoPixels) return size;
  const lineBytes = 1 + Math.ceil((size.width * samples * depth) / 8);
  const isInterlaced = view.getUint8(12) !== 0;
  const packed = Buffer.concat(parts.flatMap(({ name, body }) => (name === "IDAT" ? body : [])));
  return isWhole(packed, { lineBytes, lines: size.height, isInterlaced }) ? size : null;
}

type Part = { readonly name: string; readonly body: Uint8Array };

/** Null where one lacks, or is not as its checksum says. */
function partsOf(bytes: Uint8Array): readonly Part[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Part[] = [];
  for (let at = signatureBytes; at + aroundBytes <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + aroundBytes + length;
    if (end > bytes.length) return null;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === "IEND") return parts;
    parts.push({ name, body: bytes.subarray(at + 8, end - 4) });
    at = end;
  }
  return null;
}

type Lines = {
  readonly lineBytes: number;
  readonly lines: number;
  readonly isInterlaced: boolean;
};

function isWhole(packed: Uint8Array, { lineBytes, lines, isInterlaced }: Lines): boolean {
  const wanted = lineBytes * lines;
  try {
    // An interlaced one has some more lines, shorter ones.
    const unpacked = inflateSync(packed, { maxOutputLength: wanted * 2 + 1024 });
    if (isInterlaced) return unpacked.length >= wanted - lines;
    return (
      unpacked.length === wanted &&
      Array.from({ length: lines }, (_, line) => unpacked[line * lineBytes] ?? 255).every(
        (filter) => filter <= mostFilters,
      )
    );
  } catch {
    return false;
  }
}
