import * as z from "zod/mini";
import { isoDate } from "@/lib/schemas/figure";
import { throughputFront } from "@/lib/schemas/throughput-front";
import fronts from "@/prisma/catalog/throughput-fronts.json";
import { findAccelerator } from "./accelerator-speeds";
import { findArchitecture } from "./model-architectures";

const name = z.string().check(z.minLength(1), z.maxLength(120));

/** One replica's measured points at given lengths, with what it ran. */
const record = z.strictObject({
  id: z.string().check(z.regex(/^front-[a-z0-9.-]{1,60}$/)),
  model: name,
  accelerator: name,
  precision: name,
  servingEngine: name,
  acceleratorsPerReplica: z.int().check(z.gte(1), z.lte(1024)),
  /** How the rate was derived, and what to mind. */
  note: z.string().check(z.minLength(1), z.maxLength(500)),
  ...throughputFront.shape,
  source: z.string().check(z.minLength(1), z.maxLength(300)),
  date: isoDate,
});
export type FrontRecord = z.infer<typeof record>;

export const throughputFronts: readonly FrontRecord[] = z.array(record).parse(fronts);

/**
 * Fronts of this model and accelerator; of the model on others where there are none, and all where the
 * model has none either, as with other figures of the catalog.
 */
export function frontsFor(wanted: {
  readonly model: string;
  readonly accelerator: string;
}): readonly FrontRecord[] {
  const ofModel = narrowed(throughputFronts, ({ model }) => sameModel(model, wanted.model));
  return narrowed(ofModel, ({ accelerator }) => sameAccelerator(accelerator, wanted.accelerator));
}

function narrowed(
  all: readonly FrontRecord[],
  fits: (record: FrontRecord) => boolean,
): readonly FrontRecord[] {
  const some = all.filter(fits);
  return some.length > 0 ? some : all;
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

const sameModel = (a: string, b: string) =>
  sameName(a, b) || (findArchitecture(a) ?? a) === findArchitecture(b);

const sameAccelerator = (a: string, b: string) =>
  sameName(a, b) || (findAccelerator(a) ?? a) === findAccelerator(b);
