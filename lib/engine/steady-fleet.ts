import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { monthsOfUse, type OnPremisesFleet } from "./on-premises-fleet";
import type { OnPremisesNeed } from "./on-premises-need";
import { ownedServers } from "./owned-servers";
import { at, series, zeros } from "./series";
import { type Source, type Traced, trace } from "./trace";

/** What is owned, and servers bought and delivered in one month, for inference alone. */
export function steadyFleet(
  basis: Basis,
  option: Source<OnPremisesOption>,
  need: Traced<OnPremisesNeed>,
  { month, bought }: { readonly month: number; readonly bought: number },
): Traced<OnPremisesFleet> {
  const owned = ownedServers(basis, option);
  const none = zeros(basis.months);
  return trace((read) => {
    const had = read.traced(owned);
    const { acceleratorsPerUnit, hoursPerServer, inferenceHours } = read.traced(need);
    const delivered = series(basis.months, (one) => (one === month ? bought : 0));
    return {
      owned: had,
      vintages: bought === 0 ? [] : [{ inServiceMonth: month, orderMonth: month, servers: bought }],
      servers: series(basis.months, (one) => at(had.inService, one) + (one >= month ? bought : 0)),
      delivered,
      acceleratorsPerServer: acceleratorsPerUnit,
      hoursPerServer,
      ...(bought === 0 ? { lifeMonths: 0, serviceMonths: 0 } : monthsOfUse(read, option)),
      isSteady: true,
      unserved: { inference: none, training: none },
      bridgedFraction: none,
      inferenceHours,
      trainingHours: none,
      baseTrainingFraction: none,
      trainingFraction: none,
    };
  });
}
