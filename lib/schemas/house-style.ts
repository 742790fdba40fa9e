/** Whom a proposal comes from, and how it looks. */
export type HouseStyle = {
  readonly organizationName: string;
  /** A number sign and six hexadecimal digits: the colour of rules and links. Null is Loadline’s own. */
  readonly accentColour: string | null;
  readonly logo: { readonly mediaType: "image/png" | "image/jpeg"; readonly base64: string } | null;
  readonly confidentiality: string;
  readonly footer: string;
};

/** Of an organization that has chosen none. */
export const plainHouse = (organizationName: string): HouseStyle => ({
  ...{ organizationName, accentColour: null, logo: null },
  ...{ confidentiality: "Confidential", footer: "" },
});
