import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Row } from "./cells";
import type { OptionScope } from "./option-scope";
import type { OwnedGroup } from "./owned-group-cells";

/** The book value of one group of owned servers. docs/model.md, "What is owned". */
export type OwnedBook = {
  readonly group: OwnedGroup;
  readonly depreciation: Row;
  readonly left: string;
  /** Training's share of it. */
  readonly share: string;
  /** The same, on the mean of the months that they serve. */
  readonly shareServed: string;
};

/** Level over the life that is left; what is left when they leave is written off then. */
export function ownedCells(
  { sheet }: OptionScope<OnPremisesOption>,
  group: OwnedGroup,
  trainingShare: Row,
): OwnedBook {
  const { label, figure, serves } = group;
  const book = sheet.value(
    `${label}: book value`,
    "money",
    `${figure("servers")}*${figure("bookValue")}`,
  );
  const life = `MAX(1,${group.life})`;
  const depreciation = sheet.series(`${label}: depreciation`, "money", (t) => {
    const month = sheet.month.at(t);
    return `IF(${month}<${serves},${book}/${life},IF(${month}=${serves},${book}*(1-${serves}/${life}),0))`;
  });
  const sum = `SUM(${depreciation.all})`;
  return {
    group,
    depreciation,
    left: sheet.value(`${label}: left at the horizon`, "money", `${book}-${sum}`),
    shareServed: sheet.value(
      `${label}: training's share while they served`,
      "fraction",
      `IF(${serves}>0,SUMIFS(${trainingShare.all},${sheet.month.all},"<"&${serves})/MAX(1,${serves}),${trainingShare.at(0)})`,
    ),
    share: sheet.value(
      `${label}: training's share of depreciation`,
      "fraction",
      `IF(${sum}>0,SUMPRODUCT(${depreciation.all},${trainingShare.all})/${sum},${trainingShare.at(0)})`,
    ),
  };
}
