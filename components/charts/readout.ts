import { readTexts } from "@/lib/views/chart/value-text";
import type { ChartView, SeriesStyle } from "@/lib/views/types";

export type Readout = {
  readonly title: string;
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly style: SeriesStyle;
  }[];
};

/** All values at one x, the largest first: what the rule's box shows and a screen reader hears. */
export function readoutAt(view: ChartView, index: number): Readout {
  const text = readTexts(
    view,
    view.series.map(({ values }) => values[index]),
  );
  const series = view.series
    .map(({ id, label, style, values }) => ({ id, label, style, at: values[index] ?? null }))
    .sort((a, b) => (b.at ?? Number.NEGATIVE_INFINITY) - (a.at ?? Number.NEGATIVE_INFINITY))
    .map(({ id, label, style, at }) => ({
      id,
      label,
      style,
      value: at === null ? "n/a" : text(at),
    }));
  return { title: view.xNames[index] ?? "", rows: [...series, ...levelRow(view, index, text)] };
}

export function readoutText({ title, rows }: Readout): string {
  return [title, ...rows.map(({ label, value }) => `${label} ${value}`)].join("; ");
}

const ink: SeriesStyle = { kind: null, nthOfKind: 0, texture: "solid" };

function levelRow(
  { levels }: ChartView,
  index: number,
  text: (value: number) => string,
): Readout["rows"] {
  const at = levels?.values[index] ?? null;
  if (!levels || at === null) return [];
  return [{ id: "level", label: levels.label, value: text(at), style: ink }];
}
