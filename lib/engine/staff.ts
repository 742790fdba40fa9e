import type { Figure } from "@/lib/schemas/figure";
import type { Basis } from "./basis";
import { at } from "./series";
import { type PricedLine, paidAsUsed, whileDue } from "./spend";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";
import { monthsPerYear } from "./units";

/**
 * people x cost a person a year x staff index(t) / 12, in the months the option runs.
 * docs/model.md, "Lines that every option has".
 */
export function staffLine(
  basis: Basis,
  option: Source<{ readonly staffFte: Figure }>,
  running: Traced<{ readonly due: readonly boolean[]; readonly trainingFraction: Series }>,
): PricedLine {
  const spend = trace((read) => {
    const people = read.figure(option, "staffFte");
    if (people === 0) return basis.noSpend;
    const costPerYear = read.figure(basis.assumptions, "staffCost");
    const index = read.traced(basis.priceIndex.staff);
    const { due, trainingFraction } = read.traced(running);
    const amount = whileDue(
      due,
      (month) => (people * costPerYear * at(index, month)) / monthsPerYear,
    );
    return paidAsUsed(amount, trainingFraction);
  });
  return { id: "staff", spend };
}
