"use client";

import Link from "next/link";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { evidenceClasses } from "@/lib/schemas/figure";
import { assumptionCount } from "@/lib/views/counts";
import { currencyAt } from "@/lib/views/currency";
import { whatIfInputs } from "@/lib/views/what-if";
import { SaveScenarioDialog } from "./save-scenario-dialog";
import { WhatIfSlider } from "./what-if-slider";
import { useWorkspaceStore, useWorkspaceValue } from "./workspace-context";

/** The inputs that most often turn an answer, as sliders over the plan and its scenario. */
export function WhatIfPanel({ titled = true }: { readonly titled?: boolean }) {
  const basePlan = useWorkspaceValue((state) => state.basePlan);
  const store = useWorkspaceStore();
  // The choice of sliders rests on the saved plan: it must not change under the hand.
  const inputs = useMemo(() => whatIfInputs(basePlan, store.get().projection), [basePlan, store]);
  if (inputs.length === 0) {
    return (
      <p className="text-ink-3 text-sm">
        Sliders appear when the plan has a priced workload and an option.
      </p>
    );
  }
  return (
    <>
      <PanelHead titled={titled} />
      {inputs.map((input) => (
        <WhatIfSlider key={input.path} input={input} currency={currencyAt(basePlan, input.path)} />
      ))}
      <PanelFoot />
    </>
  );
}

function PanelHead({ titled }: { readonly titled: boolean }) {
  const store = useWorkspaceStore();
  const changed = useWorkspaceValue(({ overlay }) => overlay.length > 0);
  const scenario = useWorkspaceValue(({ scenarioId }) => scenarioId !== null);
  if (!titled && !changed) return null;
  return (
    <div className="flex min-h-8 items-center pb-1">
      {titled && <h2 className="mr-auto text-base">What if</h2>}
      {changed && (
        <Button
          size="small"
          variant="quiet"
          className="ml-auto"
          onClick={() => store.clearOverlay()}
        >
          {scenario ? "Reset to scenario" : "Reset to Base"}
        </Button>
      )}
    </div>
  );
}

function PanelFoot() {
  const stored = useWorkspaceValue((state) => state.stored);
  const changed = useWorkspaceValue(({ overlay }) => overlay.length > 0);
  const [saving, setSaving] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-2 border-line border-t pt-3">
      <p className="text-ink-3 text-xs">
        Shaded: low to high. Tick: Base. Arrow keys step; Shift by 10; Backspace resets.
      </p>
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-ink-3 text-xs">
        {evidenceClasses.map((evidence) => (
          <span key={evidence} className="inline-flex items-center gap-1.5">
            <EvidenceMark evidence={evidence} decorative />
            {evidence}
          </span>
        ))}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        {stored.canEdit && (
          <Button disabled={!changed} onClick={() => setSaving(true)}>
            Save as scenario
          </Button>
        )}
        <Link
          href={`/plans/${stored.id}/assumptions`}
          className="rounded-sm px-2 py-1.5 font-label text-ink-2 text-sm hover:text-ink"
        >
          All {assumptionCount(stored.plan)} assumptions
        </Link>
      </div>
      <SaveScenarioDialog open={saving} onOpenChange={setSaving} />
    </div>
  );
}
