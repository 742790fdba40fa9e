import { type HouseLogo, mostLogoBytes, mostLogoPixels } from "@/lib/schemas/house-style";
import { brokenLogo, logoTooLarge, logoType } from "@/lib/schemas/logo-type";
import { type PictureSize, readJpeg } from "./logo-jpeg";
import { readPng } from "./logo-png";

export type ReadLogo = PictureSize & Pick<HouseLogo, "mediaType">;
export type LogoRefusal = { readonly refusal: string };

/** A picture for the head of a page: known by its bytes, whole, and no larger than paper shows. */
export function readLogo(bytes: Uint8Array): ReadLogo | LogoRefusal {
  if (bytes.length > mostLogoBytes) return { refusal: logoTooLarge };
  const type = logoType(bytes);
  if ("refusal" in type) return type;
  const { mediaType } = type;
  const size = mediaType === "image/png" ? readPng(bytes) : readJpeg(bytes);
  if (size === null) return { refusal: brokenLogo };
  if (size === "cmyk")
    return { refusal: "This JPEG is made for a printing press (CMYK). Save it in RGB." };
  if (Math.max(size.width, size.height) > mostLogoPixels)
    return {
      refusal: `The logo may be ${mostLogoPixels} pixels wide and high at most. Save it smaller.`,
    };
  return { mediaType, ...size };
}

/** A logo as it is kept: of the type that its bytes say, and those bytes alone. */
export function acceptedLogo({ base64 }: HouseLogo): HouseLogo | LogoRefusal {
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  const read = readLogo(bytes);
  if ("refusal" in read) return read;
  return { mediaType: read.mediaType, base64: Buffer.from(bytes).toString("base64") };
}
