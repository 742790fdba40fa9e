"use client";

import { memo, useCallback, useMemo } from "react";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { Slider } from "@/components/ui/slider";
import { currencySymbol, unitText } from "@/lib/format";
import type { WhatIfInput } from "@/lib/views/what-if";
import { useWorkspaceStore, useWorkspaceValue } from "./workspace-context";

/** One input under the hand. Only the slider that moves renders again. */
export const WhatIfSlider = memo(function WhatIfSlider({
  input,
  currency,
}: {
  readonly input: WhatIfInput;
  readonly currency: string;
}) {
  const { path, label, spec, range, base, low, high, evidence, source } = input;
  const store = useWorkspaceStore();
  const changed = useWorkspaceValue(
    ({ overlay }) => overlay.find((change) => change.path === path)?.value,
  );
  const set = useCallback(
    (value: number) => store.setOverlay(path, value === base ? null : value),
    [store, path, base],
  );
  const rule = useMemo(() => ({ ...spec, currency }), [spec, currency]);
  const sign = currencySymbol(currency).trim();
  const reset = useCallback(() => store.setOverlay(path, null), [store, path]);
  return (
    <Slider
      rule={rule}
      label={label}
      value={changed ?? base}
      base={base}
      low={low}
      high={high}
      range={range}
      unit={spec.unit === "moneyPerServer" ? sign : unitText(spec.unit, sign)}
      mark={<EvidenceMark evidence={evidence} detail={source} />}
      onValueChange={set}
      onReset={reset}
      className="border-line border-t py-2.5"
    />
  );
});
