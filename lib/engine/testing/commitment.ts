import type { Commitment } from "@/lib/schemas/commitment";
import { assumed } from "./plans";

/** One instance from month 1 for a year at 40% off, paid by the month, that then ends. */
export const commitment = (parts: Partial<Commitment> = {}): Commitment => ({
  id: "first",
  instances: assumed(1),
  startMonth: assumed(1),
  term: "1-year",
  pricing: "discount",
  discountFraction: assumed(0.4),
  rate: assumed(null),
  payment: "monthly",
  atEnd: "end",
  ...parts,
});
