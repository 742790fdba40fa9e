"use client";

import { curveFactors } from "@/lib/engine";
import { numberFull } from "@/lib/format";
import { horizonText } from "@/lib/views/months";
import type { Curve } from "./curve-draft";

const width = 160;
const height = 36;

/** A curve is drawn once its numbers are numbers. */
function isReady(curve: Curve): boolean {
  if (curve.kind === "steps") return curve.steps.every(({ factor }) => Number.isFinite(factor));
  if (curve.kind === "drawn") return curve.points.every(isPoint);
  return Object.values(curve).every(
    (part) => typeof part === "string" || typeof part.value === "number",
  );
}

function isPoint({ month, factor }: { readonly month: number; readonly factor: number }) {
  return Number.isFinite(month) && factor > 0;
}

function levelText(level: number): string {
  return numberFull(Number(level.toPrecision(3)));
}

/** "From 1 to 6.55 times the start over 60 months.", or that it stays. */
function levelWords(factors: readonly number[], months: number): string {
  const [first = 1, last = first] = [factors[0], factors.at(-1)];
  const over = horizonText(months);
  if (factors.every((level) => levelText(level) === levelText(first))) {
    return first === 1
      ? `Stays at the start’s level over ${over}.`
      : `Stays at ${levelText(first)} times the start over ${over}.`;
  }
  return levelText(first) === levelText(last)
    ? `Ends at ${levelText(last)} times the start after ${over}, as it began.`
    : `From ${levelText(first)} to ${levelText(last)} times the start over ${over}.`;
}

/** The level month by month over the plan's horizon, by the engine itself. */
export function CurvePreview({
  curve,
  months,
}: {
  readonly curve: Curve;
  readonly months: number;
}) {
  const factors = isReady(curve) ? curveFactors(curve, months) : null;
  const first = factors?.[0];
  const last = factors?.at(-1);
  if (!factors || first === undefined || last === undefined || !Number.isFinite(last)) return null;
  const top = Math.max(...factors, 1);
  const x = (month: number) => (month / Math.max(1, months - 1)) * width;
  const y = (level: number) => height - 2 - (level / top) * (height - 4);
  const path = factors.map((level, month) => `${x(month).toFixed(1)},${y(level).toFixed(1)}`);
  const words = levelWords(factors, months);
  return (
    <figure className="flex flex-wrap items-center gap-3 text-ink-3 text-xs">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden>
        <line x1="0" x2={width} y1={y(0)} y2={y(0)} className="stroke-line-strong" />
        <line
          x1="0"
          x2={width}
          y1={y(1)}
          y2={y(1)}
          className="stroke-line-strong"
          strokeDasharray="2 3"
        />
        <polyline points={path.join(" ")} fill="none" className="stroke-accent" strokeWidth="1.5" />
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}
