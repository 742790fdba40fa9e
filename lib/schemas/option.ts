import * as z from "zod/mini";
import { apiOption } from "./api-option";
import { cloudOption } from "./cloud-option";
import { edgeOption } from "./edge-option";
import { onPremisesOption } from "./on-premises-option";
import { portfolioOption } from "./portfolio-option";

export const supplyOption = z.discriminatedUnion("kind", [
  apiOption,
  cloudOption,
  onPremisesOption,
  edgeOption,
  portfolioOption,
]);
export type SupplyOption = z.infer<typeof supplyOption>;
export type OptionKind = SupplyOption["kind"];
/** An option that serves by itself, and so can be a part of a portfolio. */
export type SingleOption = Exclude<SupplyOption, { readonly kind: "portfolio" }>;
