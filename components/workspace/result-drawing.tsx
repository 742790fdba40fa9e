/** What a result looks like, in grey, with the load mark where the lines cross. */
export function ResultDrawing() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 420 220"
      className="w-full text-line-strong"
      fill="none"
      stroke="currentColor"
    >
      <path d="M20 20H400M20 75H400M20 130H400" className="text-line" stroke="currentColor" />
      <path d="M20 186H400" />
      <path d="M20 186C120 150 260 100 400 26" strokeWidth="2" strokeDasharray="7 4" />
      <path d="M20 186L32 120L150 104L160 92L400 58" strokeWidth="2" />
      <g className="text-ink-3" strokeWidth="1.75">
        <circle cx="297" cy="73" r="6.5" className="fill-surface" />
        <path d="M286 73H308" />
      </g>
    </svg>
  );
}
