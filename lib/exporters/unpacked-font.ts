import { inflateSync } from "node:zlib";

const headerBytes = 12;
const entryBytes = 16;
const packedEntries = 44;
const packedEntryBytes = 20;

/**
 * A WOFF file as the TrueType file in it. The PDF library would unpack the outlines of all letters again for
 * each letter that it embeds.
 */
export function unpackedFont(packed: Buffer): Buffer {
  const count = packed.readUInt16BE(12);
  const head = Buffer.alloc(headerBytes + count * entryBytes);
  head.writeUInt32BE(packed.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  const selector = Math.floor(Math.log2(count));
  head.writeUInt16BE(2 ** selector * entryBytes, 6);
  head.writeUInt16BE(selector, 8);
  head.writeUInt16BE((count - 2 ** selector) * entryBytes, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let index = 0; index < count; index++) {
    const { tag, checksum, table } = tableAt(packed, packedEntries + index * packedEntryBytes);
    const entry = headerBytes + index * entryBytes;
    head.writeUInt32BE(tag, entry);
    head.writeUInt32BE(checksum, entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

function tableAt(packed: Buffer, entry: number) {
  const offset = packed.readUInt32BE(entry + 4);
  const packedLength = packed.readUInt32BE(entry + 8);
  const length = packed.readUInt32BE(entry + 12);
  const bytes = packed.subarray(offset, offset + packedLength);
  return {
    tag: packed.readUInt32BE(entry),
    checksum: packed.readUInt32BE(entry + 16),
    table: packedLength < length ? inflateSync(bytes) : bytes,
  };
}
