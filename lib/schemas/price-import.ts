import * as z from "zod/mini";
import { priceSources } from "./catalog-origin";
import { isoDate } from "./figure";
import { text } from "./text";
import { uuid } from "./uuid";

/** What a file of prices is, and when its prices were seen: none of the formats says it. */
export const priceImportOrder = z.strictObject({
  source: z.enum(priceSources),
  observedOn: isoDate,
  /** Whose machines a SkyPilot file lists; empty elsewhere. */
  provider: text(60),
});
export type PriceImportOrder = z.infer<typeof priceImportOrder>;

export const requestPriceImportInput = z.strictObject({ id: uuid, ...priceImportOrder.shape });
export type RequestPriceImport = z.infer<typeof requestPriceImportInput>;

/** Suspicious prices that a person ticked, by their ids. */
export const takePricesInput = z.strictObject({
  jobId: uuid,
  recordIds: z.array(z.string().check(z.maxLength(60))).check(z.minLength(1), z.maxLength(2000)),
});
export type TakePrices = z.infer<typeof takePricesInput>;

/** A row that is no price for a plan, and what would make it one. */
export type RefusedPrice = {
  readonly row: number;
  readonly key: string;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  readonly mend: string;
};

/** What several sellers or sources ask for one figure of the same model, cheapest first. */
export type PriceSpread = {
  readonly model: string;
  readonly field: string;
  readonly low: number;
  readonly high: number;
  /** High divided by low. */
  readonly ratio: number;
  readonly prices: readonly SpreadPrice[];
};

export type SpreadPrice = {
  readonly source: string;
  readonly provider: string;
  readonly key: string;
  readonly date: string;
  readonly value: number;
};
