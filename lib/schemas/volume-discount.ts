import * as z from "zod/mini";
import { figure, rowId } from "./figure";
import { unrepeated } from "./unrepeated";

const tier = z.strictObject({
  id: rowId,
  fromSpend: figure({
    label: "Spend above",
    unit: "moneyPerMonth",
    min: 0,
    max: 1e12,
    help: "Bill of a month at list price.",
  }),
  discountFraction: figure({ label: "Discount", unit: "fraction", min: 0, max: 1 }),
});

/**
 * Discounts by monthly spend. `spend-above` takes each tier's discount off the spend above its
 * threshold (marginal); `whole-bill` takes the highest tier's off the whole bill (all units).
 */
export const volumeDiscount = z.strictObject({
  reach: z.enum(["spend-above", "whole-bill"]),
  tiers: z.array(tier).check(
    z.minLength(1),
    z.maxLength(20),
    unrepeated<z.infer<typeof tier>>(
      ({ id }) => id,
      (id) => `Two tiers have the id \u201c${id}\u201d. Give one of them another.`,
    ),
  ),
});
export type VolumeDiscount = z.infer<typeof volumeDiscount>;
