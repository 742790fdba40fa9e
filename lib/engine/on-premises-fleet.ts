import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { type Load, mainUse } from "./load";
import { type OnPremisesNeed, onPremisesNeed } from "./on-premises-need";
import { type OwnedServers, ownedServers } from "./owned-servers";
import { type Purchases, purchaseAsNeeded, purchaseNothing } from "./purchases";
import { at, series } from "./series";
import { shareFleet, trainingFraction } from "./sharing";
import { floatNoise } from "./sizing";
import { type Reader, type Source, type Traced, trace } from "./trace";
import type { Series, Use } from "./types";

/** Servers bought together. */
export type Vintage = {
  readonly inServiceMonth: number;
  readonly orderMonth: number;
  readonly servers: number;
};

export type OnPremisesFleet = {
  readonly owned: OwnedServers;
  readonly vintages: readonly Vintage[];
  readonly servers: Series;
  readonly delivered: Series;
  readonly acceleratorsPerServer: number;
  readonly hoursPerServer: number;
  readonly lifeMonths: number;
  /** Share of each use's work that these servers have no room for. */
  readonly unserved: { readonly inference: Series; readonly training: Series };
  /** Share of all work that is not served here. */
  readonly bridgedFraction: Series;
  /** Accelerator-hours used here. */
  readonly inferenceHours: Series;
  readonly trainingHours: Series;
  /** Training's share of the servers that inference alone would have. */
  readonly baseTrainingFraction: Series;
  /** Training's share of all servers. */
  readonly trainingFraction: Series;
};

/** Which servers are in service when, what they serve and for which use. */
export function onPremisesFleet(
  basis: Basis,
  option: Source<OnPremisesOption>,
  load: Load,
): Traced<OnPremisesFleet> {
  const owned = ownedServers(basis, option);
  const need = onPremisesNeed(basis, option, load);
  return trace((read) => {
    const wanted = read.traced(need);
    const had = read.traced(owned);
    const terms = purchaseTerms(read, option, wanted.servers, had.inService);
    const buy = (servers: Series) =>
      terms === null
        ? purchaseNothing(had.inService)
        : purchaseAsNeeded(servers, had.inService, terms);
    const bought = buy(wanted.servers);
    const forInference = load.training.length > 0 ? buy(wanted.inferenceServers) : bought;
    const served = servedBy(bought.servers, wanted);
    return {
      owned: had,
      vintages: vintagesOf(bought, terms?.leadTimeMonths ?? 0),
      servers: bought.servers,
      delivered: bought.delivered,
      acceleratorsPerServer: wanted.acceleratorsPerUnit,
      hoursPerServer: wanted.hoursPerServer,
      lifeMonths: terms?.lifeMonths ?? 0,
      ...served,
      ...trainingShares(bought.servers, forInference.servers, {
        ...served,
        hoursPerServer: wanted.hoursPerServer,
        ceiling: wanted.ceiling,
        trainingTimeFraction: wanted.trainingTimeFraction,
        mainUse: mainUse(load),
      }),
    };
  });
}

/** Read only where something is bought, so that an unpriced lead time does not block what is owned. */
function purchaseTerms(
  read: Reader,
  option: Source<OnPremisesOption>,
  need: Series,
  owned: Series,
): { readonly leadTimeMonths: number; readonly lifeMonths: number } | null {
  const enough = need.every((servers, month) => servers <= at(owned, month));
  if (option.row.purchasing === "none" || enough) return null;
  return {
    leadTimeMonths: read.figure(option, "leadTimeMonths"),
    lifeMonths: read.figure(option, "usefulLifeMonths"),
  };
}

function vintagesOf({ delivered }: Purchases, leadTimeMonths: number): Vintage[] {
  return delivered.flatMap((servers, month) =>
    servers === 0 ? [] : [{ inServiceMonth: month, orderMonth: month - leadTimeMonths, servers }],
  );
}

/**
 * unserved inference = 1 - servers / servers needed; unserved training = 1 - hours left / hours
 * needed, inference being served first. docs/model.md, "Bridge".
 */
function servedBy(servers: Series, need: OnPremisesNeed) {
  const months = servers.length;
  const short = (have: number, wanted: number) =>
    have < wanted * (1 - floatNoise) ? 1 - have / wanted : 0;
  const inference = series(months, (month) =>
    short(at(servers, month), at(need.inferenceServers, month)),
  );
  const inferenceHours = series(
    months,
    (month) => at(need.inferenceHours, month) * (1 - at(inference, month)),
  );
  const { trainingOnBaseHours: trainingHours } = shareFleet({
    baseHours: servers.map((count) => count * need.hoursPerServer),
    ceiling: need.ceiling,
    inferenceHours,
    trainingHours: need.trainingHours,
    trainingTimeFraction: need.trainingTimeFraction,
    mainUse: "inference",
  });
  const training = series(months, (month) =>
    short(at(trainingHours, month), at(need.trainingHours, month)),
  );
  const bridgedFraction = series(months, (month) =>
    short(
      at(inferenceHours, month) + at(trainingHours, month),
      at(need.inferenceHours, month) + at(need.trainingHours, month),
    ),
  );
  return {
    unserved: { inference, training },
    bridgedFraction,
    inferenceHours,
    trainingHours,
  };
}

/** What inference alone would have in service is the base fleet; the rest was added for training. */
function trainingShares(
  servers: Series,
  serversForInference: Series,
  served: {
    readonly hoursPerServer: number;
    readonly ceiling: number;
    readonly inferenceHours: Series;
    readonly trainingHours: Series;
    readonly trainingTimeFraction: Series;
    readonly mainUse: Use;
  },
): Pick<OnPremisesFleet, "baseTrainingFraction" | "trainingFraction"> {
  const base = series(servers.length, (month) =>
    Math.min(at(servers, month), at(serversForInference, month)),
  );
  const { baseTrainingFraction } = shareFleet({
    ...served,
    baseHours: base.map((count) => count * served.hoursPerServer),
  });
  const added = series(servers.length, (month) => at(servers, month) - at(base, month));
  return {
    baseTrainingFraction,
    trainingFraction: trainingFraction(base, added, baseTrainingFraction),
  };
}
