/** A grey drawing of what the first plan leads to. */
export function BreakEvenSketch() {
  return (
    <svg viewBox="0 0 420 190" aria-hidden fill="none" className="w-full">
      <path d="M10 168H410" className="stroke-control" />
      <g className="stroke-line-strong">
        <path d="M10 168 410 33" strokeWidth="2" strokeDasharray="7 4" />
        <path d="M10 117 130 105 138 93 410 69" strokeWidth="2.5" strokeLinejoin="round" />
      </g>
      <g className="fill-canvas stroke-ink" strokeWidth="1.75">
        <circle cx="266" cy="81.6" r="9" />
        <path d="M252.5 81.6h27" />
      </g>
      <text x="266" y="115" textAnchor="middle" className="fill-ink-3 text-xs">
        your break-even
      </text>
    </svg>
  );
}
