import {
  decliningBalanceAmount,
  straightLineAmount,
  sumOfYearsAmount,
} from "../../finance/depreciation-formulas";
import { macrsFractions } from "../../finance/macrs";
import { payment } from "../../finance/payment";
import { rateOfReturn } from "../../finance/rate-of-return";
import { byDay, byPeriod, presentValueOf } from "../../finance/timed-flow";
import type cases from "../../golden/finance.json";
import { total } from "../../series";
import type { Workings } from "./plans";

type Cases = typeof cases;

export const finance: Workings<Cases> = {
  "excel-npv": ({ example1, example2 }) => ({
    example1: presentValueOf(byPeriod([0, ...example1.values]), example1.rate),
    example2: presentValueOf(byPeriod([example2.outlay, ...example2.values]), example2.rate),
  }),
  "excel-rates-of-return": ({ yearly, dated }) => {
    const flows = byDay(dated.flows);
    return {
      irr: onlyRate(rateOfReturn(byPeriod(yearly))),
      xnpv: presentValueOf(flows, dated.rate),
      xirr: onlyRate(rateOfReturn(flows)),
    };
  },
  "loan-payments": ({ microsoft, claris }) => {
    const loan = ({ rate, months, principal }: typeof claris, atStart: boolean) =>
      payment({ principal, ratePerPeriodFraction: rate / 12, periods: months, atStart });
    return {
      atEnd: loan(microsoft, false),
      atStart: loan(microsoft, true),
      claris: loan(claris, false),
    };
  },
  "macrs-5": ({ basis }) => {
    const shares = macrsFractions(5, "halfYear");
    const year = (n: number) => basis * (shares[n - 1] ?? Number.NaN);
    return {
      sum: total(shares),
      year1: year(1),
      year2: year(2),
      year3: year(3),
      year4: year(4),
      year5: year(5),
      year6: year(6),
      afterYear3: year(1) + year(2) + year(3),
    };
  },
  "excel-depreciation": ({ even, declining }) => ({
    sln: straightLineAmount(even),
    syd1: sumOfYearsAmount(even, 1),
    syd10: sumOfYearsAmount(even, 10),
    ddbDay1: decliningBalanceAmount({ ...declining, life: 3650 }, 1),
    ddbMonth1: decliningBalanceAmount({ ...declining, life: 120 }, 1),
    ddbYear1: decliningBalanceAmount(declining, 1),
    ddbYear2: decliningBalanceAmount(declining, 2, 1.5),
    ddbYear10: decliningBalanceAmount(declining, 10),
  }),
};

function onlyRate(result: ReturnType<typeof rateOfReturn>): number {
  return result.kind === "rate" ? result.rateFraction : Number.NaN;
}
