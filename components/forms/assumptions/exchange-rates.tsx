"use client";

import { Trash2 } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { optionConversion } from "@/lib/engine";
import { counted, listed } from "@/lib/format";
import { type CurrencyPair, pairName } from "@/lib/schemas/currency-pair";
import { type ExchangeRate, exchangeRate, pairOfPath, ratePath } from "@/lib/schemas/exchange-rate";
import { specOf } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { focusField } from "../focus-field";
import { Fold } from "../fold";
import { type DraftFigure, typedOver, unpriced } from "../provenance";
import { AddRate } from "./add-rate";
import { AssumptionHead } from "./assumption-table";
import { FigureCells } from "./figure-cells";
import { RateEchoLine } from "./rate-echo-line";
import { ratePairs } from "./rate-pairs";
import { useSettingsForm } from "./settings-context";

type DraftRate = CurrencyPair & { readonly rate: DraftFigure };

const rateSpec = specOf(exchangeRate.shape.rate);

/** What other currencies are worth in the plan's: dated, and the same over the horizon. */
export function ExchangeRates() {
  const { settings, plan, readOnly } = useSettingsForm();
  const named = useSearchParams().get("field");
  const [added, setAdded] = useState<readonly CurrencyPair[]>(() =>
    readOnly ? [] : pairsNamed(named),
  );
  const held = settings.value<readonly ExchangeRate[] | undefined>("exchangeRates") ?? [];
  const lacking = missingPairs(plan);
  const pairs = ratePairs(held, [...lacking, ...added]);
  const [open] = useState(lacking.length > 0);
  const root = useRef<HTMLElement>(null);
  const add = (pair: CurrencyPair) => {
    setAdded((now) => [...now, pair]);
    requestAnimationFrame(() => root.current && focusField(root.current, ratePath(pair)));
  };
  return (
    <section ref={root} aria-label="Exchange rates" className="card overflow-hidden">
      <div className="px-[18px] py-2">
        <Fold title="Exchange rates" summary={summaryOf(held, lacking)} open={open} flat>
          {pairs.length === 0 ? (
            <p className="text-ink-3 text-sm">
              Every amount is in {plan.currency}. An option gets a currency of its own in its form.
            </p>
          ) : (
            <div className="-mx-[18px]">
              <table className="w-full border-collapse text-sm max-md:block">
                <AssumptionHead />
                <tbody className="max-md:block">
                  {pairs.map((pair) => (
                    <RateRow
                      key={ratePath(pair)}
                      pair={pair}
                      isHeld={held.some((row) => ratePath(row) === ratePath(pair))}
                      onTaken={() =>
                        setAdded((now) => now.filter((one) => ratePath(one) !== ratePath(pair)))
                      }
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {!readOnly && <AddRate key={plan.currency} pairs={pairs} onAdd={add} />}
        </Fold>
      </div>
    </section>
  );
}

/** An address may name a rate that is not there yet: its row comes up, to be entered. */
function pairsNamed(field: string | null): readonly CurrencyPair[] {
  const pair = field === null ? null : pairOfPath(field);
  return pair ? [pair] : [];
}

function summaryOf(held: readonly CurrencyPair[], lacking: readonly CurrencyPair[]): string {
  if (lacking.length > 0) return `missing: ${listed(lacking.map(pairName))}`;
  return held.length === 0 ? "one currency" : counted(held.length, "rate");
}

/** The rates that options need and the plan does not have. */
function missingPairs(plan: Plan): readonly CurrencyPair[] {
  return plan.options.flatMap(({ id }) => {
    const conversion = optionConversion(plan, id);
    return conversion && conversion.steps.length === 0 ? [conversion] : [];
  });
}

function RateRow(props: {
  readonly pair: CurrencyPair;
  readonly isHeld: boolean;
  readonly onTaken: () => void;
}) {
  const { pair, isHeld, onTaken } = props;
  const { settings, readOnly } = useSettingsForm();
  const toast = useToast();
  const path = ratePath(pair);
  const name = path.replace(/\.rate$/, "");
  const { from, to } = pair;
  const draft = settings.value<DraftRate | undefined>(name);
  const save = (row: DraftRate | undefined) => {
    settings.change(name, row);
    settings.leave(name);
  };
  const remove = () => {
    onTaken();
    if (!isHeld) return;
    save(undefined);
    toast.show({ text: `Rate ${pairName(pair)} deleted.`, undo: () => save(draft) });
  };
  const figure = draft?.rate ?? unpriced;
  const put = (rate: DraftFigure) =>
    settings.change(name, rate.value === null && !isHeld ? undefined : { from, to, rate });
  if (!rateSpec) throw new Error("A rate has a specification.");
  return (
    <FigureCells
      name={name}
      path={path}
      spec={{ ...rateSpec, label: pairName(pair) }}
      figure={figure}
      onFigure={put}
      echo={(typed) => (
        <RateEchoLine
          {...{ pair, figure, typed }}
          onTake={(value) => save({ from, to, rate: typedOver(figure, value) })}
        />
      )}
      before={<span className="self-center whitespace-nowrap text-ink-3 text-xs">1 {from} =</span>}
      unitLabel={to}
      action={
        !readOnly && (
          <IconButton
            label={`Delete rate ${pairName(pair)}`}
            onClick={remove}
            icon={<Trash2 aria-hidden size={16} />}
          />
        )
      }
    />
  );
}
