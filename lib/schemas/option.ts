import * as z from "zod/mini";
import { apiOption } from "./api-option";
import { cloudOption } from "./cloud-option";
import { onPremisesOption } from "./on-premises-option";

export const supplyOption = z.discriminatedUnion("kind", [
  apiOption,
  cloudOption,
  onPremisesOption,
]);
export type SupplyOption = z.infer<typeof supplyOption>;
export type OptionKind = SupplyOption["kind"];
