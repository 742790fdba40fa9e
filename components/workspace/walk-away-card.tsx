"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { Select } from "@/components/ui/select";
import { optionName } from "@/lib/views/names";
import { type WalkAwayView, walkAwayView } from "@/lib/views/walk-away";
import { walkAwayBaseline } from "@/lib/views/walk-away-baseline";
import { useRestedState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";

const restMs = 30;

/** The highest server price that still pays, as a place on a line beside the quote. */
export function WalkAwayCard() {
  const { state, current } = useRestedState(restMs);
  const [chosen, choose] = useQueryStates({ buy: parseAsString, instead: parseAsString });
  const { plan, projection } = state;
  const owned = projection.ranking.filter((id) =>
    projection.options.some(({ optionId, kind }) => optionId === id && kind === "on-premises"),
  );
  const optionId = owned.find((id) => id === chosen.buy) ?? owned[0];
  const others = projection.ranking.filter((id) => id !== optionId);
  const baselineId =
    others.find((id) => id === chosen.instead) ?? walkAwayBaseline(state, optionId);
  const view = useMemo(
    () => (optionId === undefined ? null : walkAwayView(state, optionId, baselineId)),
    [state, optionId, baselineId],
  );
  if (!view || baselineId === undefined || optionId === undefined) return null;
  const named = (ids: readonly string[]) =>
    ids.map((id) => ({ value: id, label: optionName(plan, id) }));
  return (
    <section aria-labelledby="walk-away" className="card px-[18px] py-4">
      <h2 id="walk-away" className="text-base">
        The price to walk away at
      </h2>
      <p className="mt-0.5 text-ink-3 text-xs">{view.question}</p>
      <div className={current ? undefined : "opacity-60"}>
        <Answer view={view} />
      </div>
      {(owned.length > 1 || others.length > 1) && (
        <div className="mt-3 flex flex-wrap gap-2">
          {owned.length > 1 && (
            <Select
              aria-label="Option to buy"
              small
              value={optionId}
              onValueChange={(buy) => void choose({ buy })}
              options={named(owned)}
            />
          )}
          <Select
            aria-label="Against"
            small
            value={baselineId}
            onValueChange={(instead) => void choose({ instead })}
            options={named(others).map(({ value, label }) => ({
              value,
              label: `against ${label}`,
            }))}
          />
        </div>
      )}
    </section>
  );
}

function Answer({ view }: { readonly view: WalkAwayView }) {
  const open = useOpenFigure();
  const { answer, unit, sentence, quote, line, opens } = view;
  return (
    <>
      <p className="mt-1.5">
        {opens ? (
          <button type="button" onClick={() => open(opens)} className="rounded-sm">
            <span className="opens text-2xl text-figure">{answer}</span>
          </button>
        ) : (
          <span className="text-2xl text-figure">{answer}</span>
        )}
      </p>
      {unit && <p className="text-ink-3 text-xs">{unit}</p>}
      {line && quote && (
        <PriceLine
          quoteAt={line.quoteAt}
          priceAt={line.priceAt}
          quote={quote.text}
          price={answer}
        />
      )}
      <p className="mt-2 text-ink-3 text-xs">
        {sentence}
        {quote && (
          <>
            {" "}
            The quote: {quote.source} <EvidenceMark evidence={quote.evidence} />
          </>
        )}
      </p>
    </>
  );
}

type PriceLineProps = {
  readonly quoteAt: number;
  readonly priceAt: number;
  readonly quote: string;
  readonly price: string;
};

/** From nothing to a little past both: the quote as a tick, the walk-away price as the load mark. */
function PriceLine({ quoteAt, priceAt, quote, price }: PriceLineProps) {
  const left = (share: number) => `${100 * share}%`;
  const aligned = (share: number) =>
    share > 0.7 ? "-translate-x-full" : share > 0.2 ? "-translate-x-1/2" : "";
  return (
    <div aria-hidden className="mt-2 text-2xs text-ink-3">
      <div className="relative h-4">
        <span
          className={`absolute whitespace-nowrap ${aligned(quoteAt)}`}
          style={{ left: left(quoteAt) }}
        >
          quote {quote}
        </span>
      </div>
      <div className="relative h-5">
        <span className="absolute inset-x-0 top-2 h-1 rounded-sm bg-line-strong" />
        <span
          className={`absolute top-2 left-0 h-1 rounded-sm ${quoteAt <= priceAt ? "bg-good" : "bg-bad"}`}
          style={{ width: left(quoteAt) }}
        />
        <span className="absolute top-0.5 h-4 w-0.5 bg-ink" style={{ left: left(quoteAt) }} />
        <svg
          width="22"
          height="14"
          viewBox="0 0 22 14"
          className="-translate-x-1/2 absolute top-[3px] stroke-ink"
          style={{ left: left(priceAt) }}
          strokeWidth="1.75"
        >
          <title>walk away above</title>
          <circle cx="11" cy="7" r="5.6" className="fill-surface" />
          <path d="M0.5 7H21.5" />
        </svg>
      </div>
      <div className="relative h-4">
        <span>0</span>
        <span
          className={`absolute whitespace-nowrap ${aligned(priceAt)}`}
          style={{ left: left(priceAt) }}
        >
          {price}
        </span>
      </div>
    </div>
  );
}
