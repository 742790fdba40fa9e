import type { EvidenceClass } from "@/lib/schemas/figure";
import type { Formats } from "@/lib/schemas/formats";
import type { OptionKind } from "@/lib/schemas/option";

/** Text to show and a value to sort and export by, side by side. */
export type Cell = {
  readonly text: string;
  readonly sort: number | string | null;
  readonly evidence?: EvidenceClass;
  /** A sentence under the text; a file has it among `apart`. */
  readonly note?: string;
  /** What a file writes instead, one for each of the column's heads apart. */
  readonly apart?: readonly (string | number)[];
  /** Opens this figure when pressed. */
  readonly opens?: FigureRef;
  /** A word or two beside the text: whose it is. */
  readonly mark?: string;
  /** A page of the product where more of it is. */
  readonly href?: string;
  /** The kind of option it names: paper draws its icon before the text. */
  readonly kind?: NonNullable<SeriesStyle["kind"]>;
  /** What the table is read for: paper sets it in bold. */
  readonly isStrong?: boolean;
};

export type Column = {
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  readonly align: "left" | "right";
  /** Heads of the columns that a file makes of this one. */
  readonly apart?: readonly string[];
};

export type TableView = {
  readonly id: string;
  /** The part of the plan it is about, where there are several: the name of a file says it. */
  readonly about?: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly totals?: readonly Cell[];
};

export type TableRow = { readonly id: string; readonly cells: readonly Cell[] };

/** Which figure of the projection a popover explains; part of the address. */
export type FigureRef = {
  readonly optionId: string;
  readonly measure:
    | "cash"
    | "accrual"
    | "netPresentCost"
    | "costPerMillionTokens"
    | "walkAwayPrice"
    | "internalRate"
    | "energyPerMillionTokens";
  readonly lineId?: string;
  /** Two options side by side, up to a month: why one costs less than the other. */
  readonly againstId?: string;
  /** 0-based and inclusive; the whole horizon when absent. */
  readonly fromMonth?: number;
  readonly toMonth?: number;
};

export type Figure = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly note?: string;
  readonly evidence?: EvidenceClass;
  readonly opens?: FigureRef;
};

export type SeriesStyle = {
  /** Which option kind gives hue and dash; null = ink. */
  readonly kind: OptionKind | "portfolio" | "edge" | null;
  /** 0 for the first option of its kind, 1 for the second, ... */
  readonly nthOfKind: number;
  readonly texture: "solid" | "hatched";
};

export type ChartPoint = { readonly x: number; readonly y: number };

export type ChartSeries = {
  readonly id: string;
  readonly label: string;
  /** The name where there is little room. */
  readonly shortLabel: string;
  readonly style: SeriesStyle;
  /** One for each x of the chart; null is a gap, never 0. */
  readonly values: readonly (number | null)[];
  /** Used instead of `values` where a series has its own x positions. */
  readonly points?: readonly ChartPoint[];
  /** Shown at the end of the line. */
  readonly endLabel?: string;
};

export type ChartMark = {
  /** The same from one slider step to the next. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly rank: "main" | "minor";
  readonly title: string;
  readonly text?: string;
  readonly opens?: FigureRef;
};

export type ChartBand = {
  readonly fromX: number;
  readonly toX: number;
  readonly style: SeriesStyle;
};

/** A dashed rule from the axis up, with its name: where the plan stands. */
export type ChartGuide = { readonly x: number; readonly label: string };

/** A level across each bar, such as its budget: one for each x, null where there is none. */
export type ChartLevels = {
  readonly label: string;
  readonly values: readonly (number | null)[];
};

/** A texture and what it stands for, where a line's end cannot say it. */
export type ChartKey = { readonly label: string; readonly style: SeriesStyle };

/** Data only: canvas, PDF, deck and share page draw the same one. */
export type ChartView = {
  readonly id: string;
  readonly kind: "line" | "stepLine" | "stackedBars";
  /** The finding, in a sentence. */
  readonly title: string;
  readonly basis: string;
  readonly unitLabel: string;
  /** x positions of the values, in order. */
  readonly x: readonly number[];
  /** What each x is called when it is read out. */
  readonly xNames: readonly string[];
  readonly xTicks: readonly { readonly at: number; readonly label: string }[];
  readonly xLabel?: string;
  readonly yFromZero: boolean;
  /** How a y value reads on the axis. */
  readonly yUnit: "money" | "moneyPerMillionTokens" | "tokensPerKilowattHour" | "kilowattHours";
  readonly currency: string;
  /** How its axis reads; Loadline's own where absent. */
  readonly formats?: Formats;
  readonly series: readonly ChartSeries[];
  readonly marks: readonly ChartMark[];
  readonly bands: readonly ChartBand[];
  readonly guides?: readonly ChartGuide[];
  readonly levels?: ChartLevels;
  readonly keys?: readonly ChartKey[];
  readonly note?: string;
  /** Made when it is read: a slider step draws the chart and never asks for the table. */
  readonly table: TableView;
};

/** A stretch of months, 0-based and inclusive, drawn in the hue of whoever wins it. */
export type TimelineBar = { readonly fromMonth: number; readonly toMonth: number };

export type TimelineRow = {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly style: SeriesStyle;
  readonly bars: readonly TimelineBar[];
  /** Where the leader changes, as a number of whole months since the start. */
  readonly marks: readonly { readonly month: number; readonly label: string }[];
  readonly verdict: string;
  readonly verdictDetail: string;
  readonly opens?: FigureRef;
};

export type TimelineView = {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly months: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly rows: readonly TimelineRow[];
  readonly table: TableView;
};

/** Something that keeps an answer from being whole, and where to mend it. */
export type Problem = {
  readonly id: string;
  readonly tone: "warn" | "bad";
  readonly text: string;
  readonly linkText?: string;
  readonly href?: string;
};
