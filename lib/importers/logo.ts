import { type HouseLogo, mostLogoBytes, mostLogoPixels } from "@/lib/schemas/house-style";
import { type PictureSize, readJpeg } from "./logo-jpeg";
import { readPng } from "./logo-png";

export type ReadLogo = PictureSize & { readonly mediaType: "image/png" | "image/jpeg" };
export type LogoRefusal = { readonly refusal: string };

const saveAgain = "Open it and save it again as PNG or JPEG.";

/** A picture for the head of a page: known by its bytes, whole, and no larger than paper shows. */
export function readLogo(bytes: Uint8Array): ReadLogo | LogoRefusal {
  if (bytes.length > mostLogoBytes)
    return { refusal: "The logo has more than 256 KB. Save it smaller." };
  const type = typeOf(bytes);
  if (type === "svg")
    return {
      refusal:
        "An SVG is a drawing that can carry programs and fetch from elsewhere, so it is not taken. Save it as PNG, three times as large as it is shown.",
    };
  if (type === null) return { refusal: `This is neither a PNG nor a JPEG. ${saveAgain}` };
  const size = type === "image/png" ? readPng(bytes) : readJpeg(bytes);
  if (size === null) return { refusal: `This picture is not whole. ${saveAgain}` };
  if (size === "cmyk")
    return { refusal: "This JPEG is made for a printing press (CMYK). Save it in RGB." };
  if (Math.max(size.width, size.height) > mostLogoPixels)
    return {
      refusal: `The logo may be ${mostLogoPixels} pixels wide and high at most. Save it smaller.`,
    };
  return { mediaType: type, ...size };
}

/** A logo as it is kept: of the type that its bytes say, and those bytes alone. */
export function acceptedLogo({ base64 }: HouseLogo): HouseLogo | LogoRefusal {
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  const read = readLogo(bytes);
  if ("refusal" in read) return read;
  return { mediaType: read.mediaType, base64: Buffer.from(bytes).toString("base64") };
}

const pngBegins = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegBegins = [0xff, 0xd8, 0xff];

function typeOf(bytes: Uint8Array): ReadLogo["mediaType"] | "svg" | null {
  if (pngBegins.every((byte, at) => bytes[at] === byte)) return "image/png";
  if (jpegBegins.every((byte, at) => bytes[at] === byte)) return "image/jpeg";
  const begin = new TextDecoder().decode(bytes.subarray(0, 1000));
  return /<svg[\s>]/i.test(begin) ? "svg" : null;
}
