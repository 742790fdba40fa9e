"use client";

import { Plus } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { currencyCodes } from "@/lib/schemas/currency-code";
import { type CurrencyPair, pairName } from "@/lib/schemas/currency-pair";
import { ratePath } from "@/lib/schemas/exchange-rate";
import { useSettingsForm } from "./settings-context";

const codes = currencyCodes.map((value) => ({ value, label: value }));

/** Which two currencies a new rate joins; its row comes up, and is saved with its number. */
export function AddRate(props: {
  readonly pairs: readonly CurrencyPair[];
  readonly onAdd: (pair: CurrencyPair) => void;
}) {
  const { plan } = useSettingsForm();
  const [pair, setPair] = useState<CurrencyPair>(() => ({
    from: plan.currency === "EUR" ? "USD" : "EUR",
    to: plan.currency,
  }));
  const noteId = useId();
  const note = noteOf(pair, props.pairs);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label="Rate from"
        className="w-24"
        value={pair.from}
        onValueChange={(from) => setPair({ ...pair, from })}
        options={codes}
      />
      <span className="text-ink-3 text-sm">to</span>
      <Select
        aria-label="Rate to"
        className="w-24"
        value={pair.to}
        onValueChange={(to) => setPair({ ...pair, to })}
        options={codes}
      />
      <Button
        icon={<Plus aria-hidden size={16} />}
        disabled={note !== null}
        {...(note !== null && { "aria-describedby": noteId })}
        onClick={() => props.onAdd(pair)}
      >
        Add a rate
      </Button>
      {note !== null && (
        <span id={noteId} className="text-ink-3 text-xs">
          {note}
        </span>
      )}
    </div>
  );
}

function noteOf(pair: CurrencyPair, held: readonly CurrencyPair[]): string | null {
  if (pair.from === pair.to) return "A rate joins two currencies.";
  const isThere = held.some((one) => ratePath(one) === ratePath(pair));
  return isThere ? `${pairName(pair)} stands above.` : null;
}
