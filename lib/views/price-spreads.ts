import { counted, moneyFull, quantity } from "@/lib/format";
import type { PriceSpread, SpreadPrice } from "@/lib/schemas/price-import";
import { figureName } from "./catalog-figure-name";
import { textCell } from "./table";
import type { TableView } from "./types";

export const spreadsShown = 20;

export const spreadTitle = (count: number): string =>
  `${counted(count, "price")} of the same model ${count === 1 ? "differs" : "differ"} between sellers or sources`;

export const spreadHelp = (count: number): string =>
  count > spreadsShown
    ? `The ${spreadsShown} widest, of a million tokens. Two are of one model only where their whole names say so.`
    : "Of a million tokens. Two are of one model only where their whole names say so.";

/** A row for each model and figure: who asks least, who asks most, and how far they lie apart. */
export function spreadTable(spreads: readonly PriceSpread[]): TableView {
  return {
    id: "price-spreads",
    caption: "Prices of the same model, least and most",
    columns: [
      { id: "model", label: "Model", align: "left" },
      { id: "figure", label: "Figure", align: "left" },
      { id: "low", label: "Least", align: "right" },
      { id: "high", label: "Most", align: "right" },
      { id: "ratio", label: "Most by least", align: "right" },
    ],
    rows: spreads.map(({ model, field, low, high, ratio, prices }) => ({
      id: `${model} ${field}`,
      cells: [
        { ...textCell(model), note: counted(prices.length, "price") },
        textCell(figureName(field)),
        endCell(low, prices[0]),
        endCell(high, prices.at(-1)),
        { text: `${quantity(ratio)} times`, sort: ratio },
      ],
    })),
  };
}

const endCell = (value: number, at: SpreadPrice | undefined) => ({
  text: moneyFull(value, "USD"),
  sort: value,
  ...(at && { note: `${at.provider || "no seller named"}, ${at.source}` }),
});
