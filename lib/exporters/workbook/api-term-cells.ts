import type { ApiOption } from "@/lib/schemas/api-option";
import type { RoutedCells } from "./api-routing-cells";
import { sumOf } from "./cells";
import { type LineCells, paidAsUsed } from "./line-cells";
import type { OptionScope } from "./option-scope";

type Scope = OptionScope<ApiOption>;
type Work = RoutedCells["inference"][number];

/** Long context, batch discount and request fee. docs/model.md, "Managed API". */
export function apiTermCells(scope: Scope, load: RoutedCells): LineCells[] {
  const { sheet, option, figure, prices } = scope;
  const workloads = load.inference.map((one) => billedWork(scope, one));
  const sum = (terms: (month: number) => string[]) => (t: number) => `(${sumOf(terms(t))})`;
  const lines: LineCells[] = [];
  const add = (id: LineCells["id"], amount: (month: number) => string) =>
    lines.push(paidAsUsed(sheet, id, "inference", amount));
  if (option.longContextFromTokens)
    add(
      "longContext",
      sum((t) => workloads.map((one) => one.longContext(t))),
    );
  if (option.routing?.isOn)
    add(
      "smallModelTokens",
      sum((t) => workloads.map((one) => one.smallModel(t))),
    );
  if (option.batchDiscountFraction)
    add("batchDiscount", (t) => {
      const waiting = sumOf(
        workloads.map(
          (one) => `(${one.plain(t)}+${one.longContext(t)}+${one.smallModel(t)})*${one.batchable}`,
        ),
      );
      return `-(${waiting})*${figure("batchDiscountFraction")}`;
    });
  if (option.requestFee) {
    const requests = sum((t) => load.inference.map((one) => one.requests.at(t)));
    add("requestFee", (t) => `${requests(t)}/1000*${figure("requestFee")}*${prices.api.at(t)}`);
  }
  return lines;
}

/** What one workload pays for its tokens: at the plain price, and for its long context beside it. */
function billedWork(
  scope: Scope,
  { workload, uncached, cached, output, batchable, smallModel }: Work,
) {
  const { option, figure, inputs, prices } = scope;
  const written = cacheWriteShare(scope);
  const fresh = option.cacheWritePrice
    ? `((1-${written})*${figure("inputPrice")}+${written}*${figure("cacheWritePrice")})`
    : figure("inputPrice");
  const input = (t: number) =>
    `(${uncached.at(t)}*${fresh}+${cached.at(t)}*${figure("cachedInputPrice")})/1000000*${prices.api.at(t)}`;
  const out = (t: number) => `${output.at(t)}*${figure("outputPrice")}/1000000*${prices.api.at(t)}`;
  const length = inputs.figure(`workloads.${workload.id}.inputTokensPerRequest`);
  return {
    batchable,
    smallModel: (t: number) => smallModel?.at(t) ?? "0",
    plain: (t: number) => `${input(t)}+${out(t)}`,
    longContext: (t: number) =>
      option.longContextFromTokens
        ? `IF(${length}>${figure("longContextFromTokens")},${input(t)}*(${figure("longContextInputRatio")}-1)+${out(t)}*(${figure("longContextOutputRatio")}-1),0)`
        : "0",
  };
}

/** All uncached input where there is a price for it and no share is given. */
export function cacheWriteShare({ option, figure }: OptionScope<ApiOption>): string {
  if (!option.cacheWritePrice) return "0";
  return option.cacheWriteFraction ? figure("cacheWriteFraction") : "1";
}
