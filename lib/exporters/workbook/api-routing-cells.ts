import type { ApiOption } from "@/lib/schemas/api-option";
import type { Row } from "./cells";
import type { CellLoad } from "./demand-cells";
import type { OptionScope } from "./option-scope";

type Scope = OptionScope<ApiOption>;
type Work = CellLoad["inference"][number];

/** The load that pays the option's own prices, with what each workload's routed part costs. */
export type RoutedCells = Omit<CellLoad, "inference"> & {
  readonly inference: readonly (Work & { readonly smallModel: Row | null })[];
};

/** docs/model.md, "Managed API". */
export function routedCells(scope: Scope, load: CellLoad): RoutedCells {
  const { sheet, option, figure, prices } = scope;
  if (!option.routing?.isOn) {
    return { ...load, inference: load.inference.map((one) => ({ ...one, smallModel: null })) };
  }
  const from = option.routing.startMonth ? figure("routing.startMonth") : "1";
  const share = sheet.series(
    "Share routed",
    "fraction",
    (t) => `IF(${t + 1}>=${from},${figure("routing.requestsFraction")},0)`,
  );
  return {
    ...load,
    inference: load.inference.map((one) => {
      const part = (label: string, whole: Row) =>
        sheet.series(
          `${one.workload.name}: ${label}, own model`,
          "tokens",
          (t) => `${whole.at(t)}*(1-${share.at(t)})`,
        );
      return {
        ...one,
        uncached: part("uncached", one.uncached),
        cached: part("cached", one.cached),
        output: part("output", one.output),
        smallModel: sheet.series(
          `${one.workload.name}: smaller model`,
          "money",
          (t) =>
            `${share.at(t)}*(${one.uncached.at(t)}*${figure("routing.inputPrice")}+${one.cached.at(t)}*${figure("routing.cachedInputPrice")}+${one.output.at(t)}*${figure("routing.outputPrice")})/1000000*${prices.api.at(t)}`,
        ),
      };
    }),
  };
}
