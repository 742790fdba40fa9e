"use client";

import { Slider } from "@/components/ui/slider";
import type { BusyShareView } from "@/lib/views/busy-share";

/** The share of the paid hours in which machines work, under the hand, and what a million tokens then cost. */
export function BusyShareCard({
  view,
  onChange,
}: {
  readonly view: BusyShareView;
  readonly onChange: (fraction: number | null) => void;
}) {
  const { rule, fraction, planned } = view;
  return (
    <section
      aria-labelledby={view.id}
      className="card grid gap-x-8 gap-y-3 px-5 py-4 md:grid-cols-2"
    >
      <div>
        <h2 id={view.id} className="mb-2 text-base">
          {view.title}
        </h2>
        <Slider
          rule={rule}
          value={fraction ?? planned}
          base={planned}
          onValueChange={onChange}
          onReset={() => onChange(null)}
        />
      </div>
      <div aria-live="polite">
        <dl className="grid gap-2">
          {view.costs.map(({ id, name, cost, planned: asPlanned }) => (
            <div key={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <dt>
                {name} <span className="text-ink-2 text-sm">{asPlanned}</span>
              </dt>
              <dd className="font-label tabular-nums">{cost}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 text-ink-2 text-sm">{view.note}</p>
      </div>
    </section>
  );
}
