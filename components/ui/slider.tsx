"use client";

import { clsx } from "clsx";
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useId,
  useState,
} from "react";
import { isPercentUnit } from "@/lib/format";
import { missingWord } from "@/lib/schemas/figure";
import { FieldError } from "./field";
import { NumberInput } from "./number-input";
import { entryText, type NumberRule } from "./number-text";
import { clamp, snap, stepFor } from "./step";

export type SliderProps = {
  readonly rule: NumberRule;
  readonly label?: string;
  /** In stored units, like all numbers here. */
  readonly value: number | null;
  /** What it is without a change: the tick on the track. */
  readonly base: number | null;
  /** The plausible band. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** What the track spans, where that is narrower than the rule. */
  readonly range?: readonly [low: number, high: number] | undefined;
  readonly step?: number;
  readonly unit?: string;
  readonly mark?: ReactNode;
  /** Every step of a drag or a key. */
  readonly onValueChange: (value: number) => void;
  /** Double click or Backspace: back to `base`. */
  readonly onReset: () => void;
  readonly className?: string;
};

/** A range input underneath: it costs no code, and a phone and a screen reader know it. */
export const Slider = memo(function Slider(props: SliderProps) {
  const { rule, value, base, mark, onValueChange, onReset } = props;
  const id = useId();
  const [error, setError] = useState<string | null>(null);
  const label = props.label ?? rule.label;
  const unit = props.unit ?? (isPercentUnit(rule.unit) ? "%" : undefined);
  const [low, high] = spanOf(props);
  const step = props.step ?? stepFor(rule, low, high);
  const changed = value !== base;
  const move = (next: number) => onValueChange(clamp(snap(next, step), low, high));

  return (
    <div className={clsx("grid grid-cols-1 contain-layout", props.className)}>
      <div className="flex items-center gap-1.5">
        <label htmlFor={id} className="min-w-0 font-label text-sm">
          {label}
        </label>
        {mark}
        <NumberInput
          rule={{ ...rule, required: base !== null }}
          label={`${label}, exact`}
          value={value}
          unit={unit}
          step={step}
          alignRight
          onErrorChange={setError}
          onValueChange={(next) => (next === null ? onReset() : onValueChange(next))}
          className={clsx(
            "ml-auto h-[26px] w-28 shrink-0 rounded-sm! [&_input]:pr-1 [&_input]:pl-1.5 [&_input]:font-label [&>span]:pr-1.5",
            changed && "border-accent! [&_input]:text-accent",
          )}
        />
      </div>
      <div className="relative mt-1 h-6 pointer-coarse:h-11" style={positions(props, low, high)}>
        <Track
          hasBand={props.low !== undefined && props.high !== undefined}
          hasBase={base !== null}
        />
        <input
          id={id}
          type="range"
          min={low}
          max={high}
          step="any"
          value={clamp(value ?? base ?? low, low, high)}
          aria-valuetext={`${entryText(value, rule.unit) || missingWord(rule.unit)} ${unit ?? ""}`.trim()}
          onChange={(event) => move(Number(event.target.value))}
          onDoubleClick={onReset}
          onKeyDown={(event) =>
            keyTo(event, { value: value ?? base ?? low, low, high, step, move, onReset })
          }
          data-changed={changed || undefined}
          className="slider-input absolute inset-0 h-full w-full"
        />
      </div>
      <div className="flex min-h-6 items-center justify-between gap-2 text-2xs text-ink-3">
        <span>{entryText(low, rule.unit)}</span>
        {changed && (
          <button
            type="button"
            onClick={onReset}
            title="Back to Base"
            className="min-h-6 rounded-sm px-1 text-accent hover:underline"
          >
            Changed from Base ({entryText(base, rule.unit) || missingWord(rule.unit)})
          </button>
        )}
        <span>
          {low < 0 && high > 0 && "+"}
          {entryText(high, rule.unit)}
        </span>
      </div>
      {error && <FieldError>{error}</FieldError>}
    </div>
  );
});

function Track({ hasBand, hasBase }: { hasBand: boolean; hasBase: boolean }) {
  return (
    <span aria-hidden className="slider-track">
      {hasBand && <span className="slider-band" />}
      {hasBase && <span className="slider-base" />}
    </span>
  );
}

/** Base is always on the track, also where it lies outside the usual range. */
function spanOf({ rule, range, base }: SliderProps): [number, number] {
  const [low, high] = range ?? [rule.min, rule.max];
  return base === null ? [low, high] : [Math.min(low, base), Math.max(high, base)];
}

function positions({ low, high, base }: SliderProps, from: number, to: number): CSSProperties {
  const at = (value: number | null | undefined) =>
    to > from ? clamp(((value ?? from) - from) / (to - from), 0, 1) : 0;
  return { "--low": at(low), "--high": at(high), "--base": at(base) } as CSSProperties;
}

type Keys = {
  value: number;
  low: number;
  high: number;
  step: number;
  move: (value: number) => void;
  onReset: () => void;
};

function keyTo(event: KeyboardEvent, { value, low, high, step, move, onReset }: Keys) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const size = step * (event.shiftKey ? 10 : 1);
  const targets: Record<string, number> = {
    ArrowRight: value + size,
    ArrowUp: value + size,
    ArrowLeft: value - size,
    ArrowDown: value - size,
    PageUp: value + 10 * step,
    PageDown: value - 10 * step,
    Home: low,
    End: high,
  };
  const target = targets[event.key];
  if (target === undefined && event.key !== "Backspace") return;
  event.preventDefault();
  if (target === undefined) onReset();
  else move(target);
}
