import { workbookFile } from "../sheets";
import { deckText } from "./deck-text";

/** What the library cannot say of a chart. */
export type ChartMend = {
  readonly categories: readonly string[];
  /** The days that stand on the axis instead of categories, as spreadsheets count them. */
  readonly dates: readonly number[] | null;
  /** What each category is called in full, where the axis names it shortly. */
  readonly names: readonly string[] | null;
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    /** Of a line, as the format names it. */
    readonly dash: string | null;
    readonly width: number | null;
    readonly isHatched: boolean;
    readonly soft: string;
    /** Places of the values that no label says. */
    readonly unlabelled: readonly number[];
  }[];
  /** A line begins and ends at the plot's edges. */
  readonly isLine: boolean;
};

/** The library's chart with gaps for what is missing, each line in its dash, each hatched bar hatched. */
export function mendedChart(xml: string, { series, isLine, dates }: ChartMend): string {
  const [before = "", ...parts] = xml.split("<c:ser>");
  const mended = parts.map((part, place) => mendedSeries(part, series[place]));
  const whole = [before, ...mended]
    .join("<c:ser>")
    .replaceAll(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, "")
    .replaceAll("<c:lineChart><c:vary", '<c:lineChart><c:grouping val="standard"/><c:vary');
  const line = isLine
    ? whole.replace('<c:crossBetween val="between"/>', '<c:crossBetween val="midCat"/>')
    : whole;
  return dates ? line.replace(dateAxisEnd, `$1${monthsOnAxis(dates.length)}</c:dateAx>`) : line;
}

export const dateCode = "mmm yyyy";
/** The library ends an axis of dates as one of categories. */
const dateAxisEnd = /(<c:crosses(?:At)? val="[^"]*"\/>)(?:(?!<c:crosses)[\s\S])*<\/c:dateAx>/;
const mostDates = 8;

/** Every so many months, in whole years where the plan has some. */
function monthsOnAxis(months: number): string {
  const years = 12 * Math.ceil(months / 12 / mostDates);
  const every = months <= mostDates ? 1 : months <= 24 ? 3 : years;
  return `<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/><c:majorUnit val="${every}"/><c:majorTimeUnit val="months"/>`;
}

const emuInPoint = 12_700;

function mendedSeries(xml: string, series: ChartMend["series"][number] | undefined): string {
  if (!series) return xml;
  const { dash, width, isHatched, soft, unlabelled } = series;
  let mended = lineInOrder(xml);
  if (dash !== null)
    mended = mended.replace(/<a:prstDash val="\w+"\/>/, `<a:prstDash val="${dash}"/>`);
  if (width !== null)
    mended = mended.replace(/<a:ln w="\d+"/, `<a:ln w="${Math.round(width * emuInPoint)}"`);
  if (unlabelled.length > 0)
    mended = mended.replace("<c:dLbls>", `<c:dLbls>${without(unlabelled)}`);
  if (isHatched)
    mended = mended.replace(
      /<a:solidFill>(<a:srgbClr val="\w+"\/>)<\/a:solidFill>/,
      `<a:pattFill prst="wdUpDiag"><a:fgClr>$1</a:fgClr><a:bgClr><a:srgbClr val="${soft}"/></a:bgClr></a:pattFill>`,
    );
  return mended;
}

const without = (places: readonly number[]): string =>
  places.map((place) => `<c:dLbl><c:idx val="${place}"/><c:delete val="1"/></c:dLbl>`).join("");

/** A line has its marks before its labels, and nothing of bars. */
const lineInOrder = (xml: string): string =>
  xml.replace(
    /\s*<c:invertIfNegative val="0"\/>(<c:dLbls>[\s\S]*?<\/c:dLbls>)(<c:marker>[\s\S]*?<\/c:marker>)/,
    "$2$1",
  );

/** The data that open with "Edit data": numbers as they are, an empty cell where one is missing. */
export function chartWorkbook({ categories, dates, names, series }: ChartMend): Uint8Array {
  const letters = ["A", ...series.map((_, place) => letterOf(place + 1))];
  const nameLetter = letterOf(series.length + 1);
  const text = (value: string) => ({ value: deckText(value), style: "plain" as const });
  const rows = new Map([
    [
      1,
      {
        A: text(""),
        ...Object.fromEntries(series.map(({ name }, place) => [letters[place + 1], text(name)])),
      },
    ],
    ...categories.map(
      (category, index) =>
        [
          index + 2,
          {
            A: dates ? { value: dates[index] ?? null, style: "date" as const } : text(category),
            ...Object.fromEntries(
              series.map(({ values }, place) => [
                letters[place + 1],
                { value: values[index] ?? null, style: "plain" as const },
              ]),
            ),
            ...(names && { [nameLetter]: text(names[index] ?? "") }),
          },
        ] as const,
    ),
  ]);
  const columns = [
    { letter: "A", width: 28 },
    ...letters.slice(1).map((letter) => ({ letter, width: 18 })),
    ...(names ? [{ letter: nameLetter, width: 28 }] : []),
  ];
  return workbookFile([{ name: "Sheet1", rows, columns }]);
}

/** 0 is A, 26 is AA. */
function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}
