import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Asset, Payment } from "./depreciation";
import { usedFractions } from "./depreciation-method";
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
};

/** Read only where something is bought. docs/model.md, "Depreciation" and "Payment". */
export function purchaseTerms(
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): Traced<PurchaseTerms> {
  return trace((read) => {
    const { vintages, lifeMonths, serviceMonths, isSteady } = read.traced(fleet);
    const buys = vintages.length > 0;
    const optional = (key: "salvageFraction" | "depositFraction" | "paymentMonths") =>
      buys ? read.optional(option, key, 0) : 0;
    const { depreciationMethod: method = "straight-line" } = option.row;
    if (buys && method !== "straight-line") read.note(`${option.path}.depreciationMethod`);
    const used = (salvageFraction: number) => {
      if (!buys || (method === "straight-line" && salvageFraction === 0)) return null;
      const byAge = usedFractions(method, lifeMonths, salvageFraction);
      return isSteady ? averaged(byAge, serviceMonths) : byAge;
    };
    return {
      lifeMonths,
      serviceMonths,
      hardwareUsed: used(optional("salvageFraction")),
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

/** What one vintage costs, as it is used up and paid. */
export function assetOf(
  { vintage, price }: Priced,
  terms: PurchaseTerms,
  isHardware: boolean,
): Asset {
  const used = isHardware ? terms.hardwareUsed : terms.workUsed;
  const { serviceMonths, lifeMonths } = terms;
  const isPaidAtOnce = terms.depositFraction === 0 && terms.paymentMonths === 0;
  return {
    cost: price,
    firstMonth: vintage.inServiceMonth,
    lifeMonths,
    paidInPlan: true,
    ...(serviceMonths !== lifeMonths && { serviceMonths }),
    ...(used && { usedFractions: used }),
    ...(!isPaidAtOnce && { payments: payments(vintage, price, terms) }),
  };
}

/** deposit share x price with the order, the rest `paymentMonths` after delivery. */
function payments(
  { orderMonth, inServiceMonth }: Priced["vintage"],
  price: number,
  { depositFraction, paymentMonths }: PurchaseTerms,
): Payment[] {
  return [
    { month: orderMonth, amount: price * depositFraction },
    { month: inServiceMonth + paymentMonths, amount: price * (1 - depositFraction) },
  ];
}
