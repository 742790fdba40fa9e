import { figureAt } from "@/lib/engine";
import { money, percent, quantity } from "@/lib/format";
import { frontAt } from "../explain-front";
import { horizonText } from "../months";
import { viewWords } from "../names";
import { moneyCell, muted, rowOf } from "./cells";
import type { Candidate, Compared, ComparisonCell, ComparisonGroup } from "./types";
import { valuedServersCell } from "./valued-servers";

const discountPath = "assumptions.discountRatePerYearFraction";

export function figureRows(compared: Compared): ComparisonGroup {
  const { plan, projection, view } = compared;
  const rate = figureAt(plan, discountPath)?.value ?? null;
  const short =
    (row: "totalCost" | "netPresentCost" | "costPerMillionTokens") => (one: Candidate) =>
      shortMoney(compared, one, row);
  return {
    id: "comparable",
    title: `Made comparable, at ${volumeText(compared)}`,
    rows: [
      rowOf(
        compared,
        {
          id: "valued",
          label: "Servers valued",
          detail: "what the plan buys, not what is offered",
        },
        (one) => valuedServersCell(compared, one),
      ),
      rowOf(
        compared,
        {
          id: "totalCost",
          label: `Total cost, ${horizonText(projection.months)}`,
          detail: viewWords[view].adjective,
        },
        (one) => totalCell(compared, one),
      ),
      rowOf(
        compared,
        {
          id: "netPresentCost",
          label: rate === null ? "Net present cost" : `Net present cost, ${percent(rate)}`,
        },
        short("netPresentCost"),
      ),
      rowOf(
        compared,
        { id: "costPerMillionTokens", label: "Per million tokens" },
        short("costPerMillionTokens"),
      ),
      rowOf(
        compared,
        {
          id: "costPerAcceleratorHour",
          label: "Per accelerator-hour",
          detail: "all costs, hours in hand",
        },
        (one) =>
          one.standing !== "unknown" && one.costPerAcceleratorHour === null
            ? muted("not applicable")
            : moneyCell(compared, one, {
                value: one.costPerAcceleratorHour,
                ...(one.costPerAcceleratorHour !== null && {
                  text: money(one.costPerAcceleratorHour, plan.currency),
                }),
              }),
      ),
      rowOf(compared, { id: "throughput", label: "Throughput per accelerator" }, (one) =>
        rateCell(compared, one),
      ),
      rowOf(compared, { id: "costPerKilowatt", label: "Per kW of rated power" }, (one) =>
        one.costPerKilowatt === null
          ? muted(one.isOffer ? "not said" : "none")
          : moneyCell(compared, one, { value: one.costPerKilowatt, row: "costPerKilowatt" }),
      ),
    ],
  };
}

/** "54B tokens a month, 341B in month 60". */
function volumeText({ projection: { servedTokens, months } }: Compared): string {
  const [first, last] = [servedTokens[0] ?? 0, servedTokens[months - 1] ?? 0];
  const begin = `${quantity(first)} tokens a month`;
  return quantity(first) === quantity(last)
    ? begin
    : `${begin}, ${quantity(last)} in month ${months}`;
}

function shortMoney(
  compared: Compared,
  candidate: Candidate,
  row: "totalCost" | "netPresentCost" | "costPerMillionTokens",
): ComparisonCell {
  const value = candidate[row];
  if (value === null && candidate.standing !== "unknown") return muted("no tokens");
  const text = value === null ? {} : { text: money(value, compared.plan.currency) };
  const cell = moneyCell(compared, candidate, { value, row, ...text });
  const measure = row === "totalCost" ? compared.view : row;
  const { optionId, standing } = candidate;
  return value === null || standing === "estimated"
    ? cell
    : { ...cell, opens: { optionId, measure } };
}

function totalCell(compared: Compared, candidate: Candidate): ComparisonCell {
  const most = Math.max(...compared.candidates.map(({ totalCost }) => totalCost ?? 0));
  const cell = shortMoney(compared, candidate, "totalCost");
  const { totalCost } = candidate;
  return totalCost === null || most <= 0
    ? cell
    : { ...cell, strong: true, bar: Math.max(0, totalCost / most) };
}

function rateCell({ plan }: Compared, { acceleratorRate }: Candidate): ComparisonCell {
  if (acceleratorRate === null) return muted("not applicable");
  const { outputTokensPerSecond, path } = acceleratorRate;
  const evidence = figureAt(plan, path)?.evidence ?? frontAt(plan, path)?.profile.front.evidence;
  return {
    text: `${quantity(outputTokensPerSecond)} tok/s`,
    sort: outputTokensPerSecond,
    evidence,
  };
}
