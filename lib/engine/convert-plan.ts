import type { SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import { conversionOf } from "./exchange-rates";
import { moneyFields } from "./money-fields";
import { isFigure } from "./paths";
import type { ConvertedFigure } from "./trace";
import type { Conversion } from "./types";

/**
 * The plan with every amount of an option that has a currency of its own in the plan's: amount x
 * rate. The very same plan where no option has one. What has no rate has no value, and names the
 * rate that it lacks. docs/model.md, "Currencies".
 */
export function inPlanCurrency(plan: Plan): Plan {
  if (!plan.options.some((option) => isForeign(plan, option))) return plan;
  return {
    ...plan,
    options: plan.options.map((option) =>
      isForeign(plan, option) ? converted(option, conversionOf(plan, option.currency)) : option,
    ),
  };
}

/** How an option's amounts become the plan's; null where they are in its currency already. */
export function optionConversion(plan: Plan, optionId: string): Conversion | null {
  const option = plan.options.find(({ id }) => id === optionId);
  return option && isForeign(plan, option) ? conversionOf(plan, option.currency) : null;
}

function isForeign(
  { currency }: Plan,
  option: SupplyOption,
): option is SupplyOption & { readonly currency: string } {
  return "currency" in option && option.currency !== undefined && option.currency !== currency;
}

/** Rows are copied as far down as an amount stands in them; the rest is shared. */
function converted<Node>(node: Node, conversion: Conversion): Node {
  if (Array.isArray(node)) return node.map((row) => converted(row, conversion)) as Node;
  if (typeof node !== "object" || node === null || isFigure(node)) return node;
  const fields = Object.entries(node).map(([name, value]) => [
    name,
    isFigure(value) && moneyFields.has(name)
      ? convertedFigure(value, conversion)
      : converted(value, conversion),
  ]);
  return Object.fromEntries(fields) as Node;
}

function convertedFigure(figure: ConvertedFigure, { factor, steps, missing }: Conversion) {
  if (figure.value === null) return figure;
  const exchange = { reads: steps.map(({ path }) => path), missing };
  return { ...figure, value: factor === null ? null : figure.value * factor, exchange };
}
