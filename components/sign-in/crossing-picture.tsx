const curves = [
  {
    className: "stroke-api",
    width: 2.5,
    dash: "7 4",
    path: "M8 290L72 274L153 248L235 218L316 182L398 138L452 104L507 66L552 29",
  },
  {
    className: "stroke-cloud",
    width: 2.5,
    dash: "2 3.5",
    path: "M8 290L99 265L235 219L316 188L452 127L507 98L552 71",
  },
  {
    className: "stroke-onprem",
    width: 2.5,
    path: "M8 290L17 234L53 225L62 212L189 196L198 186L280 174L289 167L352 156L362 150L416 140L425 134L461 126L470 121L507 113L516 108L552 99",
  },
  {
    className: "stroke-portfolio",
    width: 4,
    path: "M8 290L17 261L44 253L80 249L90 238L307 207L316 200L443 177L452 172L552 149",
  },
];

const crossings = [
  { x: 237, y: 217.5 },
  { x: 442, y: 131.5 },
];

/** What the product is about, without a number: curves, and where they cross. */
export function CrossingPicture() {
  return (
    <svg viewBox="0 0 560 300" aria-hidden fill="none" className="w-full">
      {curves.map(({ className, width, dash, path }) => (
        <path
          key={className}
          d={path}
          className={className}
          strokeWidth={width}
          strokeDasharray={dash}
          strokeLinejoin="round"
        />
      ))}
      {crossings.map(({ x, y }) => (
        <g key={x} className="fill-sunken stroke-ink" strokeWidth="1.75">
          <circle cx={x} cy={y} r="11" />
          <path d={`M${x - 15.5} ${y}h31`} />
        </g>
      ))}
    </svg>
  );
}
