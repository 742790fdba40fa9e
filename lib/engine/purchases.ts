import { at, series, zeros } from "./series";
import type { Series } from "./types";

export type Purchases = {
  /** Servers that enter service in the month. */
  readonly delivered: Series;
  /** Servers in service, owned ones included. */
  readonly servers: Series;
};

/**
 * delivered(t) = max(0, need(t) - in service(t)) from month `lead` on: what month t needs is ordered
 * at t - lead with foresight, nothing before month 0. A server serves months s .. s + service - 1,
 * the life or the age of its refresh, and never leaves earlier; its replacement, if needed, is in
 * service at s + service.
 * docs/model.md, "Purchase and life".
 */
export function purchaseAsNeeded(
  need: Series,
  owned: Series,
  terms: { readonly leadTimeMonths: number; readonly serviceMonths: number },
): Purchases {
  const delivered = zeros(need.length);
  const servers = zeros(need.length);
  let bought = 0;
  for (let month = 0; month < need.length; month += 1) {
    if (month >= terms.serviceMonths) bought -= at(delivered, month - terms.serviceMonths);
    const short = at(need, month) - at(owned, month) - bought;
    if (!(month < terms.leadTimeMonths || short <= 0)) {
      delivered[month] = short;
      bought += short;
    }
    servers[month] = at(owned, month) + bought;
  }
  return { delivered, servers };
}

export function purchaseNothing(owned: Series): Purchases {
  return { delivered: series(owned.length, () => 0), servers: owned };
}
