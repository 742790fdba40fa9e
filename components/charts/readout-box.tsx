import { KindSwatch } from "./kind-swatch";
import type { Readout } from "./readout";

const boxWidth = 224;
const gap = 12;

/** All values at the rule, on the side where there is room. */
export function ReadoutBox({
  readout,
  left,
  width,
}: {
  readonly readout: Readout;
  readonly left: number;
  readonly width: number;
}) {
  const fits = left + gap + boxWidth <= width;
  const start = fits ? left + gap : Math.max(0, left - gap - boxWidth);
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute top-1 z-10 rounded-md border border-line bg-raised px-2.5 py-2 text-xs shadow-2"
      style={{ left: start, width: boxWidth }}
    >
      <p className="mb-1 font-label text-ink">{readout.title}</p>
      {readout.rows.map(({ id, label, value, style }) => (
        <p key={id} className="flex items-center gap-1.5 text-ink-2">
          <KindSwatch style={style} />
          <span className="min-w-0 flex-1 truncate">{label}</span>
          <span className="text-right font-label text-ink">{value}</span>
        </p>
      ))}
    </div>
  );
}
