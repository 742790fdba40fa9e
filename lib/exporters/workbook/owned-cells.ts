import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Row } from "./cells";
import type { OnPremisesFleetCells } from "./on-premises-fleet-cells";
import type { OptionScope } from "./option-scope";

/** What is owned at month 1. docs/model.md, "What is owned". */
export type OwnedBook = {
  /** Month index in which they are gone. */
  readonly leaves: string;
  readonly depreciation: Row;
  readonly left: string;
  /** Training's share of it. */
  readonly share: string;
  /** The same, on the mean of the months that they serve. */
  readonly shareServed: string;
};

export function ownedCells(
  { sheet, figure }: OptionScope<OnPremisesOption>,
  { ownedServes, trainingShare }: OnPremisesFleetCells,
): OwnedBook {
  const book = sheet.value(
    "Book value owned",
    "money",
    `${figure("owned.servers")}*${figure("owned.bookValue")}`,
  );
  const life = `MAX(1,${figure("usefulLifeMonths")}-${figure("owned.ageMonths")})`;
  const depreciation = sheet.series("Depreciation of what is owned", "money", (t) => {
    const month = sheet.month.at(t);
    return `IF(${month}<${ownedServes},${book}/${life},IF(${month}=${ownedServes},${book}*(1-${ownedServes}/${life}),0))`;
  });
  const sum = `SUM(${depreciation.all})`;
  return {
    leaves: ownedServes,
    depreciation,
    left: sheet.value("Owned, left at the horizon", "money", `${book}-${sum}`),
    shareServed: sheet.value(
      "Training's share while what is owned served",
      "fraction",
      `IF(${ownedServes}>0,SUMIFS(${trainingShare.all},${sheet.month.all},"<"&${ownedServes})/MAX(1,${ownedServes}),${trainingShare.at(0)})`,
    ),
    share: sheet.value(
      "Training's share of what is owned",
      "fraction",
      `IF(${sum}>0,SUMPRODUCT(${depreciation.all},${trainingShare.all})/${sum},${trainingShare.at(0)})`,
    ),
  };
}
