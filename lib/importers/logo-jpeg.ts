export type PictureSize = { readonly width: number; readonly height: number };

const frames = new Set([0xc0, 0xc1, 0xc2]);
const scan = 0xda;
const end = [0xff, 0xd9] as const;
const pressComponents = 4;

/** Its size where it has a frame that any reader draws, a scan and an end; null otherwise. */
export function readJpeg(bytes: Uint8Array): PictureSize | "cmyk" | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: PictureSize | null = null;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    if (frames.has(marker)) {
      if (length < 8) return null;
      if (bytes[at + 9] === pressComponents) return "cmyk";
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (marker === scan) return isEnded(bytes, at) && size && isSized(size) ? size : null;
    at += 2 + length;
  }
  return null;
}

const isSized = ({ width, height }: PictureSize) => width > 0 && height > 0;

/** Some cameras write after the end. */
function isEnded(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at > from; at -= 1)
    if (bytes[at] === end[0] && bytes[at + 1] === end[1]) return true;
  return false;
}
