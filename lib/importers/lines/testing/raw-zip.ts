import { deflateRawSync } from "node:zlib";

/** Zeros that deflate packs a thousandfold, without ever holding them. */
export const packedZeros = (megabytes: number) =>
  deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 });

type Entry = {
  readonly name: string;
  readonly data: Uint8Array;
  readonly unpacked: number;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** Where another entry's bytes lie, to lie over them. */
  readonly offset?: number;
  readonly attributes?: number;
  readonly localName?: string;
};

/** A ZIP whose directory says what it is told to say. */
export function rawZip(entries: readonly Entry[], count = entries.length): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const {
    name,
    data,
    unpacked,
    method = 8,
    flags = 0,
    crc = 0,
    attributes = 0,
    ...entry
  } of entries) {
    const local = Buffer.alloc(30);
    const localName = Buffer.from(entry.localName ?? name);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(localName.length, 26);
    if (entry.offset === undefined) parts.push(local, localName, Buffer.from(data));
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(unpacked, 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(attributes, 38);
    central.writeUInt32LE(entry.offset ?? at, 42);
    directory.push(central, Buffer.from(name));
    if (entry.offset === undefined) at += 30 + localName.length + data.length;
  }
  const end = Buffer.alloc(22);
  const list = Buffer.concat(directory);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

export const types: Entry = {
  name: "[Content_Types].xml",
  data: deflateRawSync(Buffer.from("<Types/>")),
  unpacked: 8,
};
