/** Files of prices that the catalog can take in. */
export const priceSources = ["litellm", "openrouter", "skypilot"] as const;
export type PriceSource = (typeof priceSources)[number];

/** Where an organization's record of the catalog came from: a person, or a file. */
export const catalogOrigins = ["entered", ...priceSources] as const;
export type CatalogOrigin = (typeof catalogOrigins)[number];
