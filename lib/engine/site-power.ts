import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { at, isAllZero } from "./series";
import { floatNoise } from "./sizing";
import { type Source, type Traced, trace } from "./trace";
import type { Infeasibility } from "./types";

/**
 * Asked for = servers(t) x maximum draw x PUE, kW of the whole site; the first month in which it is
 * more than the site has. docs/model.md, "Racks and power of the site".
 */
export function beyondSitePower(
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): Traced<Infeasibility[]> {
  return trace((read) => {
    if (!option.row.sitePower) return [];
    const { servers } = read.traced(fleet);
    if (isAllZero(servers)) return [];
    const availableKilowatts = read.optional(option, "sitePower", Number.POSITIVE_INFINITY);
    const perServer = read.figure(option, "serverPower") * read.figure(option, "pueRatio");
    const month = servers.findIndex(
      (count) => count * perServer > availableKilowatts * (1 + floatNoise),
    );
    if (month < 0) return [];
    const kilowatts = at(servers, month) * perServer;
    return [{ kind: "powerLimit", month, kilowatts, availableKilowatts }];
  });
}
