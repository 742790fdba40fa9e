"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { KindChip } from "@/components/ui/kind-chip";
import type { OptionProjection } from "@/lib/engine/types";
import { money } from "@/lib/format";
import type { SupplyOption } from "@/lib/schemas/option";
import { KeyFigure } from "../key-figure";
import { OptionFigures } from "./option-figures";

const OptionProblems = dynamic(() =>
  import("./option-problems").then((module) => module.OptionProblems),
);

export type OptionCardProps = {
  readonly option: SupplyOption;
  readonly projection: OptionProjection | undefined;
  readonly currency: string;
  readonly months: number;
  readonly onOpen: (field?: string) => void;
  readonly menu?: ReactNode;
};

const modeWords = {
  "base-and-burst": "base load and burst",
  "by-share": "a share of the requests each",
  staged: "one, then the other",
};

const ownerWords = {
  bought: "bought for this",
  existing: "already there",
  users: "the users’ own",
};

function subtitle(option: SupplyOption): string {
  if (option.kind === "portfolio") {
    return modeWords[option.mode];
  }
  if (option.kind === "api") return option.provider || "no provider named";
  if (option.kind === "cloud") {
    return [option.provider, option.accelerator].filter(Boolean).join(", ") || "nothing named";
  }
  if (option.kind === "edge") {
    return [option.device, ownerWords[option.ownership]].filter(Boolean).join(", ");
  }
  const { supplierName, number } = option.quote;
  return [option.accelerator, [supplierName, number].filter(Boolean).join(" ")]
    .filter(Boolean)
    .join(", ");
}

/** An option: its deciding figures, what it costs, and what is still missing. */
export function OptionCard(props: OptionCardProps) {
  const { option, projection, currency, months, onOpen, menu } = props;
  const hasProblems =
    projection !== undefined &&
    projection.missing.length + projection.infeasibilities.length + projection.warnings.length > 0;
  return (
    <li className="card grid grid-cols-1 content-start gap-3 p-[18px]">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <button
            type="button"
            onClick={() => onOpen()}
            className="flex max-w-full rounded-sm text-left text-base"
          >
            <KindChip kind={option.kind} name={option.name} />
          </button>
          <p className="mt-0.5 truncate text-ink-3 text-xs">{subtitle(option)}</p>
        </div>
        {menu}
      </div>
      <dl className="grid grid-cols-2 gap-x-5 gap-y-3 sm:grid-cols-3">
        <OptionFigures
          option={option}
          currency={("currency" in option && option.currency) || currency}
        />
        <KeyFigure label={`Paid over ${months} months`}>
          {projection?.status === "complete"
            ? money(projection.summary.cash, currency)
            : "not ranked"}
        </KeyFigure>
        <KeyFigure label="Per million tokens">
          {projection?.status === "complete" && projection.summary.costPerMillionTokens !== null
            ? money(projection.summary.costPerMillionTokens, currency)
            : projection?.status === "complete"
              ? "no tokens"
              : "not ranked"}
        </KeyFigure>
      </dl>
      {hasProblems && <OptionProblems optionId={option.id} onOpen={onOpen} />}
    </li>
  );
}
