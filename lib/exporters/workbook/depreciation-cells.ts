import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { type AgeRow, ageCells } from "./age-cells";
import type { OptionScope } from "./option-scope";

type Scope = OptionScope<OnPremisesOption>;

/** Share of the price that a purchase uses up at each age; what is left when it leaves is written off. docs/model.md, "Depreciation". */
export function depreciationCells(
  { sheet, option, figure }: Scope,
  label: string,
  { serves, salvage }: { readonly serves: string; readonly salvage: string },
): AgeRow {
  const life = figure("usefulLifeMonths");
  const method = methods[option.depreciationMethod ?? "straight-line"];
  return ageCells(sheet, `Depreciation of ${label}`, (age, earlier) => {
    const month = method({ age, life, salvage, left: `(1-${earlier})` });
    return `IF(${age}<${serves},${month},IF(${age}=${serves},1-(${earlier}),0))`;
  });
}

type Month = {
  readonly age: string;
  readonly life: string;
  readonly salvage: string;
  /** Book value before this month, over the price. */
  readonly left: string;
};

const declining =
  (factor: number) =>
  ({ age, life, salvage, left }: Month) =>
    `MAX(MIN(${left}*${factor}/${life},${left}-${salvage}),(${left}-${salvage})/(${life}-${age}))`;

const methods = {
  "straight-line": ({ life, salvage }: Month) => `(1-${salvage})/${life}`,
  "declining-balance": declining(1.5),
  "double-declining": declining(2),
  "sum-of-years": ({ age, life, salvage }: Month) =>
    `(1-${salvage})*2*(${life}-${age})/(${life}*(${life}+1))`,
};
