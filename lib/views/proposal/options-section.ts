import type { OptionProjection } from "@/lib/engine/types";
import { dateText, exactAmount, money } from "@/lib/format";
import { optionEvidence } from "../evidence";
import { horizonText } from "../months";
import { kindNames, optionName } from "../names";
import type { Results } from "../results";
import { textCell } from "../table";
import type { Cell, TableView } from "../types";
import type { DocumentBlock } from "./document";
import type { ProposalMaterial, ProposalOffer } from "./material";

export function optionsBlocks({
  results,
  offers,
  proposedId,
}: ProposalMaterial): readonly DocumentBlock[] {
  return [
    { kind: "table", title: "What was compared", table: optionsTable(results, proposedId) },
    ...(offers.length > 0
      ? [{ kind: "table", title: "Quotes", table: offersTable(results, offers) } as const]
      : []),
  ];
}

const absent = (text: string): Cell => ({ text, sort: null });

function optionsTable({ plan, projection }: Results, proposedId: string | null): TableView {
  const amount = (option: OptionProjection, value: number | null, use?: "inference"): Cell => {
    if (option.status !== "complete") return absent(option.status);
    if (value === null) return absent("no tokens");
    const evidence = optionEvidence(plan, option, use ? "accrual" : "cash", use);
    return { text: money(value, plan.currency), sort: value, ...(evidence && { evidence }) };
  };
  return {
    id: "options",
    caption: "Every option that was compared",
    columns: [
      { id: "option", label: "Option", align: "left" },
      { id: "kind", label: "Kind", align: "left" },
      { id: "total", label: `${horizonText(projection.months)}, paid`, align: "right" },
      { id: "present", label: "Net present cost", align: "right" },
      { id: "token", label: "Per million tokens", align: "right" },
    ],
    rows: projection.options.map((option) => ({
      id: option.optionId,
      cells: [
        {
          ...textCell(optionName(plan, option.optionId)),
          ...(option.optionId === proposedId && { mark: "proposed" }),
        },
        textCell(kindNames[option.kind]),
        amount(option, option.summary.cash),
        amount(option, option.summary.netPresentCost),
        amount(option, option.summary.costPerMillionTokens, "inference"),
      ],
    })),
  };
}

function offersTable({ plan }: Results, offers: readonly ProposalOffer[]): TableView {
  return {
    id: "offers",
    caption: "The quotes that options of the plan use, at the revision they use",
    columns: [
      { id: "supplier", label: "Supplier", align: "left" },
      { id: "quote", label: "Quote", align: "left" },
      { id: "option", label: "Used by", align: "left" },
      { id: "date", label: "Date", align: "left" },
      { id: "valid", label: "Valid until", align: "left" },
      { id: "total", label: "Cost to the buyer", align: "right" },
    ],
    rows: offers.map((offer) => ({
      id: `${offer.optionId}:${offer.number}`,
      cells: [
        textCell(offer.supplierName),
        textCell(`${offer.number}, revision ${offer.revision}`),
        textCell(optionName(plan, offer.optionId)),
        textCell(dateText(offer.quotedOn), offer.quotedOn),
        offer.validUntil === null
          ? absent("not said")
          : textCell(dateText(offer.validUntil), offer.validUntil),
        offer.cost === null
          ? absent("unpriced lines")
          : { text: `${exactAmount(offer.cost)} ${offer.currency}`, sort: Number(offer.cost) },
      ],
    })),
  };
}
