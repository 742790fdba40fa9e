"use client";

import { Braces, Cloud, Layers, Plus, Server, Smartphone } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { Pill } from "@/components/ui/pill";
import { Segmented } from "@/components/ui/segmented";
import { TextInput } from "@/components/ui/text-input";
import { templateCurrency } from "@/lib/catalog/templates";
import type { OptionKind, SingleOption } from "@/lib/schemas/option";
import { kindNames, shortKindNames } from "@/lib/views/names";
import { shortSource, shortValue } from "../figure-words";
import { useOwnCatalog } from "../own-catalog";
import { isOwnStart, type OptionStart, optionStarts } from "./new-option";
import { useImportedStarts } from "./use-imported-starts";

const kinds = [
  { value: "api", icon: Braces },
  { value: "cloud", icon: Cloud },
  { value: "on-premises", icon: Server },
  { value: "edge", icon: Smartphone },
  { value: "portfolio", icon: Layers },
] as const;

const blankLabels: Record<OptionKind, string> = {
  api: "Enter prices yourself",
  cloud: "Enter a rental yourself",
  "on-premises": "Type in a quote",
  edge: "Enter devices yourself",
  portfolio: "Choose two options of this plan",
};

const priceNames: Record<SingleOption["kind"], string> = {
  api: "output, a million tokens",
  cloud: "an accelerator-hour",
  "on-premises": "a server, estimate",
  edge: "a device",
};

export type AddOptionProps = {
  readonly currency: string;
  readonly onOpenChange: (open: boolean) => void;
  readonly onAdd: (kind: OptionKind, start: OptionStart | null) => void;
};

/** A new option from the catalog, with its figures and their sources, or from a blank form. */
export function AddOption({ currency, onOpenChange, onAdd }: AddOptionProps) {
  const [kind, setKind] = useState<OptionKind>("api");
  const [sought, setSought] = useState("");
  const { entries: own } = useOwnCatalog();
  const offered = kind === "portfolio" ? [] : optionStarts(kind, templateCurrency, own);
  const imported = useImportedStarts(kind, sought);
  const known = offered.filter(({ label, subject }) =>
    [label, subject.accelerator, subject.provider]
      .join(" ")
      .toLowerCase()
      .includes(sought.trim().toLowerCase()),
  );
  const starts = [...known, ...imported];
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title="Add an option"
      description="A way to serve and train the plan’s workloads. Every figure can be changed after."
    >
      <div className="grid gap-4">
        <Segmented
          label="Kind of option"
          className="justify-self-start max-sm:[&>label]:px-2"
          value={kind}
          onValueChange={setKind}
          options={kinds.map(({ value, icon: Icon }) => ({
            value,
            label: (
              <span className="flex items-center gap-1.5">
                <Icon aria-hidden size={14} className="max-sm:hidden" />
                <span className="max-sm:hidden">{kindNames[value]}</span>
                <span className="sm:hidden">{shortKindNames[value]}</span>
              </span>
            ),
          }))}
        />
        <Button
          className="justify-self-start"
          icon={<Plus aria-hidden size={16} />}
          onClick={() => onAdd(kind, null)}
        >
          {blankLabels[kind]}
        </Button>
        {kind === "portfolio" ? (
          <p className="text-ink-2 text-sm">
            Base load on one and the burst above it on another, a share of the requests on each, or
            one until a month and then the other. Each keeps its own prices.
          </p>
        ) : (
          <>
            {currency !== templateCurrency && (
              <p className="text-ink-2 text-sm">
                The catalog’s prices are in {templateCurrency}. An option that starts from it keeps
                them; results are in {currency}, at the plan’s exchange rate.
              </p>
            )}
            <TextInput
              aria-label="Find in the catalog"
              placeholder="Find in the catalog"
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
            <StartList {...{ kind, starts, onAdd }} sought={sought} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function StartList(props: {
  readonly kind: SingleOption["kind"];
  readonly starts: readonly OptionStart[];
  readonly sought: string;
  readonly onAdd: AddOptionProps["onAdd"];
}) {
  const { kind, starts, sought, onAdd } = props;
  if (starts.length === 0) {
    return (
      <p className="text-ink-2 text-sm">
        Nothing in the catalog matches “{sought.trim()}”. {blankLabels[kind]} instead.
      </p>
    );
  }
  return (
    <ul className="-mx-2 grid">
      {starts.map((start) => (
        <li key={start.recordId}>
          <button
            type="button"
            onClick={() => onAdd(kind, start)}
            className="grid w-full grid-cols-[1fr_auto] items-baseline gap-x-4 rounded-md px-2 py-1.5 text-left text-sm hover:bg-accent-soft"
          >
            <span className="min-w-0 truncate font-label">
              {start.label}
              {isOwnStart(start) && (
                <span className="ml-2">
                  <Pill tone="accent">own</Pill>
                </span>
              )}
            </span>
            <span className="text-right text-figure">
              {shortValue(start.price.figure.value, start.price.unit, templateCurrency)}
            </span>
            <span className="flex min-w-0 items-baseline gap-1.5 text-ink-3 text-xs">
              <EvidenceMark evidence={start.price.figure.evidence} decorative />
              <span className="truncate">{shortSource(start.price.figure)}</span>
            </span>
            <span className="text-right text-ink-3 text-xs">{priceNames[kind]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
