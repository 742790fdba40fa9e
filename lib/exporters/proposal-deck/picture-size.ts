import type { HouseStyle } from "@/lib/schemas/house-style";

type Logo = NonNullable<HouseStyle["logo"]>;
type Size = { readonly width: number; readonly height: number };

const square: Size = { width: 1, height: 1 };

/** A picture's own size in pixels, from its head; a square where that cannot be read. */
export function pictureSize({ mediaType, base64 }: Logo): Size {
  const bytes = Buffer.from(base64, "base64");
  const size = mediaType === "image/png" ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
  return size && size.width > 0 && size.height > 0 ? size : square;
}

const sizeOfPng = (bytes: Buffer): Size | null =>
  bytes.length < 24 ? null : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };

/** The frame's segment has the size; the segments before it are passed over. */
function sizeOfJpeg(bytes: Buffer): Size | null {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
