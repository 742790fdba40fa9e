import type { HouseLogo } from "./house-style";

export const logoTooLarge = "The logo has more than 256 KB. Save it smaller.";
const saveAgain = "Open it and save it again as PNG or JPEG.";
export const brokenLogo = `This picture is not whole. ${saveAgain}`;
const svgLogo =
  "An SVG is a drawing that can carry programs and fetch from elsewhere, so it is not taken. Save it as PNG, three times as large as it is shown.";

const pngBegins = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegBegins = [0xff, 0xd8, 0xff];

/** What a picture says of itself by its first bytes, for the browser and the server alike. */
export function logoType(
  bytes: Uint8Array,
): { readonly mediaType: HouseLogo["mediaType"] } | { readonly refusal: string } {
  if (pngBegins.every((byte, at) => bytes[at] === byte)) return { mediaType: "image/png" };
  if (jpegBegins.every((byte, at) => bytes[at] === byte)) return { mediaType: "image/jpeg" };
  const begin = new TextDecoder().decode(bytes.subarray(0, 1000));
  if (/<svg[\s>]/i.test(begin)) return { refusal: svgLogo };
  return { refusal: `This is neither a PNG nor a JPEG. ${saveAgain}` };
}
