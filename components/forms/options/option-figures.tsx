import { dateText } from "@/lib/format";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { EdgeOption } from "@/lib/schemas/edge-option";
import { type Figure, missingWord, type Unit } from "@/lib/schemas/figure";
import { hasQuote } from "@/lib/schemas/has-quote";
import type { SupplyOption } from "@/lib/schemas/option";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import type { ServerQuote } from "@/lib/schemas/server-quote";
import { InputFigure, KeyFigure } from "../key-figure";
import { unpriced } from "../provenance";

type Row = readonly [label: string, figure: Figure, unit: Unit];

function figuresOf(option: SupplyOption): readonly Row[] {
  switch (option.kind) {
    case "api":
      return [
        ["Input price", option.inputPrice, "moneyPerMillionTokens"],
        ["Output price", option.outputPrice, "moneyPerMillionTokens"],
        ["Cached input price", option.cachedInputPrice, "moneyPerMillionTokens"],
      ];
    case "cloud":
      return [
        ["Rental", option.rate, "moneyPerAcceleratorHour"],
        ["Accelerators an instance", option.acceleratorsPerInstance, "count"],
      ];
    case "on-premises":
      return [
        ["Server price", option.quote.serverPrice, "moneyPerServer"],
        ["Lead time", option.leadTimeMonths, "months"],
        ["Useful life", option.usefulLifeMonths, "months"],
      ];
    case "edge":
      return [
        ["Devices", option.devices, "count"],
        ["Requests it can serve", option.servableFraction, "fraction"],
        ...boughtFor(option),
      ];
    case "portfolio":
      return [sharedAt(option)];
    default:
      return option satisfies never;
  }
}

function boughtFor({ ownership, devicePrice }: EdgeOption): readonly Row[] {
  return ownership === "bought"
    ? [["Device price", devicePrice ?? unpriced, "moneyPerDevice"]]
    : [];
}

function sharedAt(option: PortfolioOption): Row {
  switch (option.mode) {
    case "staged":
      return ["Month of the switch", option.switchMonth, "month"];
    case "by-share":
      return ["Requests on the first option", option.requestsFraction ?? unpriced, "fraction"];
    case "base-and-burst":
      return ["Base level", option.baseLevelRatio, "ratio"];
  }
}

/** The figures of an option that decide most. */
export function OptionFigures({
  option,
  currency,
}: {
  readonly option: SupplyOption;
  readonly currency: string;
}) {
  return (
    <>
      {figuresOf(option).map(([label, figure, unit]) => (
        <InputFigure key={label} label={label} figure={figure} unit={unit} currency={currency} />
      ))}
      {option.kind === "cloud" && <KeyFigure label="Runs">{runningText(option)}</KeyFigure>}
      {option.kind === "on-premises" && <QuoteFigure quote={option.quote} />}
    </>
  );
}

function QuoteFigure({ quote }: { readonly quote: ServerQuote }) {
  if (!hasQuote(quote)) return <KeyFigure label="Quote">none yet</KeyFigure>;
  return <KeyFigure label="Quote valid until">{dateText(quote.validUntil)}</KeyFigure>;
}

function runningText({ policy, activeHoursPerDay }: CloudOption): string {
  if (policy === "active-window") {
    return `${activeHoursPerDay.value ?? missingWord("hoursPerDay")} h a day`;
  }
  return policy === "autoscaled" ? "as each hour needs" : "always on";
}
