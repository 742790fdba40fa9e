import { crc32, inflateRawSync } from "node:zlib";
import { most } from "./limits";
import { refuse } from "./refuse";

export type Zip = {
  readonly names: readonly string[];
  /** Unpacked, or undefined where the file has no such part. */
  readonly read: (name: string) => Uint8Array | undefined;
};

type Part = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
  readonly attributes: number;
};

const anew = "Open it in a spreadsheet, save it as a new .xlsx, and import that one.";
const damaged = () => refuse(`The file is damaged or was cut short. ${anew}`);
const tooMuch = () =>
  refuse(
    "The file unpacks to far more than a list of lines needs. Save the sheet with the lines alone as CSV, and import that.",
  );
const odd = (what: string) => refuse(`${what}, which no spreadsheet does. ${anew}`);

/** Checks all that the directory of a ZIP declares before anything is unpacked. */
export function openZip(bytes: Buffer): Zip {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || start === 0xffffffff)
    refuse(`The file is a ZIP of the kind for very large files. ${anew}`);
  if (count > most.parts) tooMuch();
  const parts = partsOf(bytes, { start, end, count });
  checkSizes(parts);
  const places = dataPlaces(bytes, parts, start);
  return {
    names: parts.map(({ name }) => name),
    read: (name) => {
      const at = parts.findIndex((part) => part.name === name);
      const part = parts[at];
      return part && unpack(bytes, part, places[at] ?? 0);
    },
  };
}

function endOfDirectory(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= first; at -= 1)
    if (
      bytes.readUInt32LE(at) === 0x06054b50 &&
      at + 22 + bytes.readUInt16LE(at + 20) === bytes.length
    )
      return at;
  return damaged();
}

function partsOf(
  bytes: Buffer,
  { start, end, count }: { readonly start: number; readonly end: number; readonly count: number },
): readonly Part[] {
  const parts: Part[] = [];
  const seen = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) damaged();
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((place) =>
      bytes.readUInt16LE(at + place),
    );
    const next = at + 46 + (nameSize ?? 0) + (extraSize ?? 0) + (commentSize ?? 0);
    if (next > end) damaged();
    const name = bytes.toString("utf8", at + 46, at + 46 + (nameSize ?? 0));
    const part = {
      name,
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      attributes: bytes.readUInt32LE(at + 38),
      offset: bytes.readUInt32LE(at + 42),
    };
    checkPart(part);
    if (seen.has(name.toLowerCase())) odd(`The file holds two parts of the name ${shown(name)}`);
    seen.add(name.toLowerCase());
    parts.push(part);
    at = next;
  }
  return parts;
}

const shown = (name: string) => `\u201c${name.replaceAll(/\p{Cc}/gu, "").slice(0, 60)}\u201d`;
const isLink = (attributes: number) => ((attributes >>> 16) & 0o170000) === 0o120000;

function checkPart({ name, flags, method, attributes }: Part): void {
  if (flags & 1)
    refuse("The file is protected by a password. Save it without one, and import that.");
  if (method !== 0 && method !== 8) odd("The file is packed in a rare way");
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\\|\0/i.test(name))
    odd(`The file holds a part named ${shown(name)}`);
  if (isLink(attributes)) odd(`The file holds a link, ${shown(name)}`);
}

function checkSizes(parts: readonly Part[]): void {
  const isBomb = ({ packed, unpacked }: Part) =>
    unpacked > most.partBytes || (unpacked > 1024 * 1024 && unpacked > packed * most.ratio);
  if (parts.some(isBomb)) tooMuch();
  if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > most.unpackedBytes) tooMuch();
}

/** Where each part's bytes begin. Parts that share bytes make a small file of endless content. */
function dataPlaces(bytes: Buffer, parts: readonly Part[], directory: number): readonly number[] {
  const places = parts.map((part) => {
    const { offset, name } = part;
    if (offset + 30 > directory || bytes.readUInt32LE(offset) !== 0x04034b50) return damaged();
    const [nameSize, extraSize] = [
      bytes.readUInt16LE(offset + 26),
      bytes.readUInt16LE(offset + 28),
    ];
    if (bytes.toString("utf8", offset + 30, offset + 30 + nameSize) !== name)
      odd("The file names a part in two ways");
    const place = offset + 30 + nameSize + extraSize;
    if (place + part.packed > directory) return damaged();
    return place;
  });
  const ranges = parts
    .map(({ offset, packed }, index) => [offset, (places[index] ?? 0) + packed] as const)
    .toSorted(([a], [b]) => a - b);
  const overlaps = ranges.some(
    ([from], index) => index > 0 && from < (ranges[index - 1]?.[1] ?? 0),
  );
  if (overlaps) odd("Parts of the file lie over each other");
  return places;
}

function unpack(bytes: Buffer, { packed, unpacked, method, crc }: Part, place: number): Uint8Array {
  const data = bytes.subarray(place, place + packed);
  const out = method === 0 ? data : inflated(data, unpacked);
  if (out.length !== unpacked || crc32(out) !== crc) damaged();
  return out;
}

/** Stops at the declared size, whatever the data goes on to say. */
function inflated(data: Buffer, size: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    return damaged();
  }
}
