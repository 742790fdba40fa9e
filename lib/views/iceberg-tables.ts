import { comparedIceberg, energyFigures } from "@/lib/engine";
import type { Iceberg, Projection } from "@/lib/engine/types";
import { columnDecimals, moneyFull, numberFixed, quantity, ratioText } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import type { IcebergBlock } from "./iceberg";
import { optionName } from "./names";
import { rateBasis } from "./rate-basis";
import { optionProjection } from "./results";
import { textCell } from "./table";
import type { TableView } from "./types";

/** A slow machine beside a fast one keeps its digits. */
const leastDecimals = 3;

/** The division in full, one column for each option. */
export function divisionTable(
  { plan, projection }: { readonly plan: Plan; readonly projection: Projection },
  icebergs: readonly Iceberg[],
): TableView {
  const tokens = icebergs.map((one) => one.millionTokensPerAcceleratorHour);
  const decimals = Math.max(leastDecimals, columnDecimals(tokens));
  const row = (id: string, label: string, text: (iceberg: Iceberg) => string) => ({
    id,
    cells: [textCell(label), ...icebergs.map((iceberg) => textCell(text(iceberg)))],
  });
  return {
    id: "iceberg-division",
    caption: "Cost per million tokens, divided out",
    columns: [
      { id: "what", label: "", align: "left" },
      ...icebergs.map(({ optionId }) => ({
        id: optionId,
        label: optionName(plan, optionId),
        align: "right" as const,
      })),
    ],
    rows: [
      row("hour", `${plan.currency} per accelerator-hour`, (one) =>
        moneyFull(one.pricePerAcceleratorHour, plan.currency),
      ),
      rateRow(plan, icebergs),
      row("factors", "Times all that lies below the waterline", (one) =>
        ratioText(comparedIceberg(one, null).tokensRatio),
      ),
      row("tokens", "Million tokens for each hour paid, 3,600 seconds", (one) =>
        numberFixed(one.millionTokensPerAcceleratorHour, decimals),
      ),
      row("cost", `${plan.currency} per million tokens`, (one) =>
        moneyFull(one.costPerMillionTokens, plan.currency),
      ),
      row("requests", `${plan.currency} per thousand requests`, (one) =>
        moneyFull(one.costPerThousandRequests, plan.currency),
      ),
      ...(icebergs.some((one) => one.costPerThousandRequestsWithoutReasoning !== null)
        ? [
            row("answers", "The same, answered without reasoning", (one) =>
              moneyFull(
                one.costPerThousandRequestsWithoutReasoning ?? one.costPerThousandRequests,
                plan.currency,
              ),
            ),
          ]
        : []),
      row("megawatt", "Tokens a second for each MW drawn, all workloads", (one) =>
        perMegawatt(projection, one),
      ),
    ],
  };
}

function perMegawatt(projection: Projection, { optionId, month }: Iceberg): string {
  const option = optionProjection(projection, optionId);
  const figures = option && energyFigures(option, { fromMonth: month, toMonth: month });
  return figures ? quantity(figures.tokensPerSecondPerMegawatt) : "not stated";
}

/** Each rate with what it rests on: a point that was measured, or an estimate and how far it may be off. */
function rateRow(plan: Plan, icebergs: readonly Iceberg[]): TableView["rows"][number] {
  return {
    id: "rate",
    cells: [
      textCell("Output tokens a second, an accelerator, busy, without levers"),
      ...icebergs.map(({ optionId, workloadId, tokensPerSecondPerAccelerator: rate }) => ({
        ...textCell(quantity(rate), rate),
        ...rateBasis(plan, optionId, workloadId),
      })),
    ],
  };
}

/** Each factor with what the tokens would cost without it alone. */
export function factorTable(
  plan: Plan,
  iceberg: Iceberg,
  other: Iceberg | null,
  blocks: readonly IcebergBlock[],
): TableView {
  const name = optionName(plan, iceberg.optionId);
  const about = other ? `${name} against ${optionName(plan, other.optionId)}` : name;
  return {
    id: "iceberg",
    about,
    caption: `Factors of the tokens that an hour of ${about} gives`,
    columns: [
      { id: "factor", label: "Factor", align: "left" },
      { id: "times", label: "Times", align: "right" },
      {
        id: "without",
        label: "Without it alone",
        unit: `${plan.currency}/M tokens`,
        align: "right",
      },
    ],
    rows: blocks.map(({ id, label, factor, factorText, costWithout, evidence }) => ({
      id,
      cells: [
        { ...textCell(label), ...(evidence && { evidence }) },
        textCell(factorText, factor),
        textCell(moneyFull(costWithout, plan.currency), costWithout),
      ],
    })),
  };
}
