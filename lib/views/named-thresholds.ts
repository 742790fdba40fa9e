import type { Thresholds, WalkAwayPrice } from "@/lib/engine/types";
import { counted, listed, percent } from "@/lib/format";
import type { FieldSpec } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";
import { does } from "./agree";
import { type PricedInput, pricedInputs, valueText } from "./analysis-inputs";
import { optionName } from "./names";
import { textCell } from "./table";
import type { Cell, TableView } from "./types";

/** What people ask about by name, in this order; `:a` and `:b` are the two options. */
const named: readonly RegExp[] = [
  /^options\.[^.]+\.quote\.serverPrice$/,
  /^options\.[^.]+\.(outputPrice|inputPrice|cachedInputPrice)$/,
  /^options\.[^.]+\.rate$/,
  /^options\.[^.]+\.utilizationCeilingFraction$/,
  /^options\.[^.]+\.activeHoursPerDay$/,
  /^workloads\.[^.]+\.peakToMeanRatio$/,
  /^workloads\.[^.]+\.requestsPerMonth$/,
  /^workloads\.[^.]+\.growth\.(ratePerYearFraction|addedPerYearFraction|ceilingRatio)$/,
  /^assumptions\.powerPrice$/,
  /^options\.[^.]+\.residualFraction$/,
  /^assumptions\.[A-Za-z]+Path\.changePerYearFraction$/,
];

/** The inputs whose thresholds are ready made for two options. */
export function namedInputs(plan: Plan, pair: readonly string[]): readonly PricedInput[] {
  const place = (path: string) => named.findIndex((pattern) => pattern.test(path));
  return pricedInputs(plan)
    .filter(({ path }) => {
      const [room, id = ""] = path.split(".");
      return place(path) >= 0 && (room !== "options" || pair.includes(id));
    })
    .toSorted((a, b) => place(a.path) - place(b.path));
}

type Pair = { readonly plan: Plan; readonly optionId: string; readonly againstId: string };

export type ThresholdsView = {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly note: string;
  readonly table: TableView;
};

/** At which values of each named input the cheaper of two options changes. */
export function thresholdsView(
  pair: Pair,
  found: readonly { readonly input: PricedInput; readonly thresholds: Thresholds }[],
  walkAway: WalkAwayPrice | null,
): ThresholdsView {
  const { plan, optionId, againstId } = pair;
  const moving = found.filter(({ thresholds }) => thresholds.moves);
  const still = found.length - moving.length;
  const name = optionName(plan, optionId);
  const against = optionName(plan, againstId);
  const changing = moving.filter(({ thresholds }) => thresholds.thresholds.length > 0).length;
  return {
    id: "thresholds",
    title:
      changing === 0
        ? `No named input was seen to change which of the two costs less`
        : `${counted(changing, "input")} can change which of the two costs less`,
    basis: `${name} against ${against}, net present cost, one input at a time within its bounds.`,
    note: noteOf(
      still,
      moving.some(({ thresholds }) => !thresholds.exact),
    ),
    table: {
      id: "thresholds",
      about: `${name} against ${against}`,
      caption: `Values at which the cheaper of ${name} and ${against} changes`,
      columns: [
        { id: "input", label: "Input", align: "left", apart: ["Input", "In words", "Search"] },
        { id: "today", label: "Today", align: "right" },
        { id: "changes", label: "Changes at", align: "right" },
        { id: "distance", label: "From today", align: "right" },
      ],
      rows: moving.map((one) => rowOf(pair, one, walkAway)),
    },
  };
}

const searchWords = ({ exact, tried }: Thresholds) => (exact ? "exact" : `${tried} values tried`);

function noteOf(still: number, scanned: boolean): string {
  return [
    "Prices are searched exactly, other values to the last digit that is shown; steps of whole machines are included.",
    ...(scanned
      ? [
          "Where a search tried single values, a change and its return between two of them are not seen.",
        ]
      : []),
    ...(still > 0
      ? [
          `${counted(still, "named input")} ${still === 1 ? "moves" : "move"} neither option and ${still === 1 ? "is" : "are"} left out.`,
        ]
      : []),
  ].join(" ");
}

function rowOf(
  pair: Pair,
  { input, thresholds }: { readonly input: PricedInput; readonly thresholds: Thresholds },
  walkAway: WalkAwayPrice | null,
) {
  const { plan } = pair;
  const joint = jointPrice(input, walkAway);
  const changes = joint === null ? valuesOf(thresholds) : [joint];
  const nearest = nearestOf(input.value, changes);
  const say = (value: number) => valueText(plan, input, value);
  const label = joint === null ? input.label : `${input.label}, network in proportion`;
  const words = wordsOf(pair, thresholds, { say, joint });
  return {
    id: input.path,
    cells: [
      {
        ...textCell(label),
        evidence: input.evidence,
        note: words,
        apart: [label, words, searchWords(thresholds)],
      },
      textCell(say(input.value), input.value),
      nearest === null
        ? { text: noChangeWord(thresholds), sort: null }
        : textCell(changes.map(say).join(", "), nearest),
      distanceCell(input, nearest),
    ],
  };
}

/** The walk-away price moves the network with the server, as a quote does; alone it would be another price. */
function jointPrice({ path }: PricedInput, walkAway: WalkAwayPrice | null): number | null {
  if (walkAway?.serverPrice == null || !walkAway.networkPrice) return null;
  return path === `options.${walkAway.optionId}.quote.serverPrice` ? walkAway.serverPrice : null;
}

/** Both sides of a threshold are the same number to any digit that is shown; whole values take the first that differs. */
export function valuesOf({ thresholds }: Thresholds): readonly number[] {
  return thresholds.map(({ after }) => after);
}

export function nearestOf(today: number, values: readonly number[]): number | null {
  return values.reduce<number | null>(
    (nearest, value) =>
      nearest === null || Math.abs(value - today) < Math.abs(nearest - today) ? value : nearest,
    null,
  );
}

/** How far a value is from today's, as a share of it; of a rate of change, in points a year. */
export function distanceOf(
  { spec, value }: { readonly spec: FieldSpec; readonly value: number },
  at: number,
): { readonly share: number; readonly text: string } | null {
  const sign = at > value ? "+" : "";
  if (isRate(spec)) {
    const points = Number(((at - value) * 100).toPrecision(3));
    const unit = Math.abs(points) === 1 ? "point" : "points";
    return { share: at - value, text: `${sign}${percent(points / 100).replace("%", "")} ${unit}` };
  }
  if (value === 0) return null;
  const share = (at - value) / Math.abs(value);
  const rounded =
    Math.abs(share) >= 0.1 ? Math.round(share * 100) / 100 : Number(share.toPrecision(2));
  return { share, text: `${sign}${percent(rounded)}` };
}

const isRate = ({ unit, min }: FieldSpec) => unit === "fractionPerYear" && min < 0;

function distanceCell(input: PricedInput, nearest: number | null): Cell {
  const distance = nearest === null ? null : distanceOf(input, nearest);
  return distance ? textCell(distance.text, Math.abs(distance.share)) : { text: "n/a", sort: null };
}

function noChangeWord({ verdict }: Thresholds): string {
  if (verdict === "unranked") return "not ranked";
  return verdict === "notVerified" ? "not verified" : "never";
}

type Saying = { readonly say: (value: number) => string; readonly joint: number | null };

function wordsOf(
  { plan, optionId, againstId }: Pair,
  found: Thresholds,
  { say, joint }: Saying,
): string {
  const name = optionName(plan, optionId);
  const less = does(name, "costs");
  const bounds = `from ${say(found.from)} to ${say(found.to)}`;
  switch (found.verdict) {
    case "always":
      return `${less} less at every value ${bounds}.`;
    case "never":
      return `${less} less at no value ${bounds}.`;
    case "notVerified": {
      const cheaper = found.standing === "less" ? optionId : againstId;
      return `${does(optionName(plan, cheaper), "costs")} no more at each of ${found.tried} values tried ${bounds}; between them it was not searched.`;
    }
    case "unranked":
      return "One of the two is not ranked at any of the tried values.";
    case "once":
    case "several":
      return joint === null
        ? `${less} less ${intervalWords(found, say)}.`
        : `${less} less ${found.intervals[0]?.low === found.from ? "up to" : "from"} ${say(joint)}.`;
  }
}

/** "up to $2.10/h", "from 12% to 40% and from 55%". */
function intervalWords(
  { intervals, from, to }: Thresholds,
  say: (value: number) => string,
): string {
  if (intervals.length === 0) return "at no value with a rank";
  return listed(
    intervals.map(({ low, high }) => {
      if (low === from && high === to) return "at every value";
      if (low === from) return `up to ${say(high)}`;
      return high === to ? `from ${say(low)}` : `from ${say(low)} to ${say(high)}`;
    }),
  );
}
