import * as z from "zod/mini";
import { isColour, isReadableOnWhite } from "./colour-contrast";
import { formats } from "./formats";
import { text } from "./text";

/** Loadline’s own accent colour, on paper and where an organization has chosen none. */
export const ownAccentColour = "#0B6072";

export const mostLogoBytes = 256 * 1024;
/** On each side: more than any paper shows. */
export const mostLogoPixels = 2000;
const logoTypes = ["image/png", "image/jpeg"] as const;

const logo = z.strictObject({
  mediaType: z.enum(logoTypes),
  base64: z
    .string()
    .check(
      z.maxLength(
        Math.ceil(mostLogoBytes / 3) * 4,
        "A logo may have 256 KB at most. Save it smaller.",
      ),
      z.regex(/^[\w+/]+={0,2}$/, "The logo did not arrive whole. Choose it again."),
    ),
});
export type HouseLogo = z.infer<typeof logo>;

const tooLight =
  "Too light for white paper: rules and links in it would be hard to read. Take a darker colour.";

/** What an organization chose for all its proposals. */
export const houseStyleContent = z.strictObject({
  /** A number sign and six hexadecimal digits: the colour of rules and links. Null is Loadline’s own. */
  accentColour: z.nullable(
    z.string().check(
      z.refine((colour) => isColour(colour), {
        error: `Write a colour as # and six digits or letters from A to F, as in ${ownAccentColour}.`,
        abort: true,
      }),
      z.refine((colour) => isReadableOnWhite(colour), tooLight),
    ),
  ),
  logo: z.nullable(logo),
  confidentiality: text(120),
  footer: text(200),
  /** What a new proposal begins with; absent are Loadline's own. */
  formats: z.optional(formats),
});
export type HouseStyleContent = z.infer<typeof houseStyleContent>;

/** Whom a proposal comes from, and how it looks. */
export type HouseStyle = HouseStyleContent & { readonly organizationName: string };

/** Of an organization that has chosen none. */
export const plainHouseStyle: HouseStyleContent = {
  ...{ accentColour: null, logo: null, confidentiality: "Confidential", footer: "" },
};

export const plainHouse = (organizationName: string): HouseStyle => ({
  ...{ organizationName, ...plainHouseStyle },
});

export const saveHouseStyleInput = z.strictObject({
  /** 0 before anything was chosen. */
  expectedVersion: z.int().check(z.gte(0), z.lte(2_000_000_000)),
  content: houseStyleContent,
});
export type SaveHouseStyle = z.infer<typeof saveHouseStyleInput>;

export type StoredHouseStyle = {
  readonly content: HouseStyleContent;
  readonly version: number;
  readonly organizationName: string;
  readonly canEdit: boolean;
};
