import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Asset, Payment } from "./depreciation";
import { usedFractions } from "./depreciation-method";
import type { Financing } from "./financing";
import type { Priced } from "./hardware";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { series, total } from "./series";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

/** How what is bought is paid and used up. */
export type PurchaseTerms = {
  readonly lifeMonths: number;
  readonly serviceMonths: number;
  /** Of servers and network, and of work, which has no salvage; null where it is even, to nothing. */
  readonly hardwareUsed: Series | null;
  readonly workUsed: Series | null;
  readonly depositFraction: number;
  readonly paymentMonths: number;
  readonly isSteady: boolean;
  /** Of the horizon: what begins after it is not bought yet. */
  readonly months: number;
};

/** Read only where something is bought. docs/model.md, "Depreciation" and "Payment". */
export function purchaseTerms(
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): Traced<PurchaseTerms> {
  return trace((read) => {
    const { vintages, lifeMonths, serviceMonths, isSteady, servers } = read.traced(fleet);
    const buys = vintages.length > 0;
    const optional = (key: "salvageFraction" | "depositFraction" | "paymentMonths") =>
      buys ? read.optional(option, key, 0) : 0;
    const { depreciationMethod: method = "straight-line", financing } = option.row;
    const salvageFraction = financing?.kind === "lease" ? 0 : optional("salvageFraction");
    if (buys && method !== "straight-line") read.note(`${option.path}.depreciationMethod`);
    const used = (salvage: number) => {
      if (!buys || (method === "straight-line" && salvage === 0)) return null;
      const byAge = usedFractions(method, lifeMonths, salvage);
      return isSteady ? averaged(byAge, serviceMonths) : byAge;
    };
    return {
      lifeMonths,
      serviceMonths,
      isSteady,
      months: servers.length,
      hardwareUsed: used(salvageFraction),
      workUsed: used(0),
      depositFraction: optional("depositFraction"),
      paymentMonths: optional("paymentMonths"),
    };
  });
}

/** A fleet with servers of every age uses up, each month, the mean over the months of service. */
function averaged(byAge: Series, serviceMonths: number): Series {
  const served = byAge.slice(0, serviceMonths);
  const mean = total(served) / served.length;
  return series(served.length, () => mean);
}

/** Work of one purchase, paid by the terms of the supplier. */
export function workAsset({ vintage, price }: Priced, terms: PurchaseTerms): Asset {
  return {
    ...assetOf({ vintage, price }, terms, terms.workUsed),
    ...suppliersTerms(vintage, price, terms),
  };
}

/** Hardware of each purchase as an asset; leased ones only once they are bought out. */
export function financedAssets(
  prices: () => readonly Priced[],
  terms: PurchaseTerms,
  financing: Financing,
): Asset[] {
  if (financing.kind === "lease") {
    const { buyoutFraction, termMonths } = financing;
    if (buyoutFraction === null || terms.serviceMonths <= termMonths) return [];
    return prices()
      .map((one) => boughtOut(one, terms, { buyoutFraction, termMonths }))
      .filter(({ firstMonth }) => firstMonth < terms.months);
  }
  return prices().map(({ vintage, price }) => ({
    ...assetOf({ vintage, price }, terms, terms.hardwareUsed),
    ...(financing.kind === "loan"
      ? { payments: loanPayments(vintage, price, financing) }
      : suppliersTerms(vintage, price, terms)),
  }));
}

function assetOf(
  { vintage, price }: Priced,
  { serviceMonths, lifeMonths }: PurchaseTerms,
  used: Series | null,
): Asset {
  return {
    cost: price,
    firstMonth: vintage.inServiceMonth,
    lifeMonths,
    paidInPlan: true,
    ...(serviceMonths !== lifeMonths && { serviceMonths }),
    ...(used && { usedFractions: used }),
  };
}

/**
 * buyout share x price at the end of the term, straight line over the rest of the life. In a fleet
 * with servers of every age it is spread over the months of service.
 */
function boughtOut(
  { vintage, price }: Priced,
  { lifeMonths, serviceMonths, isSteady }: PurchaseTerms,
  { buyoutFraction, termMonths }: { readonly buyoutFraction: number; readonly termMonths: number },
): Asset {
  const restOfLife = lifeMonths - termMonths;
  const ownMonths = serviceMonths - termMonths;
  const bought = { cost: price * buyoutFraction, lifeMonths: restOfLife, paidInPlan: true };
  if (isSteady) {
    const used = ownMonths / restOfLife / serviceMonths;
    const usedFractions = series(serviceMonths, () => used);
    return { ...bought, firstMonth: vintage.inServiceMonth, serviceMonths, usedFractions };
  }
  return {
    ...bought,
    firstMonth: vintage.inServiceMonth + termMonths,
    ...(ownMonths !== restOfLife && { serviceMonths: ownMonths }),
  };
}

function loanPayments(
  { inServiceMonth }: Priced["vintage"],
  price: number,
  { downFraction, principal }: Extract<Financing, { readonly kind: "loan" }>,
): Payment[] {
  return [
    { month: inServiceMonth, amount: price * downFraction },
    ...principal.map((share, k) => ({ month: inServiceMonth + k + 1, amount: price * share })),
  ];
}

/** deposit share x price with the order, the rest `paymentMonths` after delivery. */
function suppliersTerms(
  { orderMonth, inServiceMonth }: Priced["vintage"],
  price: number,
  { depositFraction, paymentMonths }: PurchaseTerms,
): Pick<Asset, "payments"> {
  if (depositFraction === 0 && paymentMonths === 0) return {};
  return {
    payments: [
      { month: orderMonth, amount: price * depositFraction },
      { month: inServiceMonth + paymentMonths, amount: price * (1 - depositFraction) },
    ],
  };
}
