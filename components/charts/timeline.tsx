import { clsx } from "clsx";
import type { FigureRef, TimelineRow, TimelineView } from "@/lib/views/types";

const barHues: Record<string, string> = {
  api: "bg-api",
  cloud: "bg-cloud",
  "on-premises": "bg-onprem",
  edge: "bg-edge",
  portfolio: "bg-portfolio",
};
const nameHues: Record<string, string> = {
  api: "text-api",
  cloud: "text-cloud",
  "on-premises": "text-onprem",
  edge: "text-edge",
  portfolio: "text-portfolio",
};

const columns =
  "grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 md:grid-cols-[minmax(8rem,11rem)_minmax(0,1fr)_10rem]";

/** A row for each pair: grey, then the winner's hue in every interval it wins, a load mark at each change. */
export function Timeline({
  view,
  onOpen,
}: {
  readonly view: TimelineView;
  readonly onOpen: (ref: FigureRef) => void;
}) {
  return (
    <div>
      <div aria-hidden className={columns}>
        <span className="max-md:hidden" />
        <div className="relative h-4 text-2xs text-ink-3 max-md:col-span-2">
          {view.ticks.map(({ at, label }, index) => (
            <span
              key={label}
              className={clsx(
                "absolute whitespace-nowrap",
                index === 0
                  ? ""
                  : index === view.ticks.length - 1
                    ? "-translate-x-full"
                    : "-translate-x-1/2 max-sm:hidden",
              )}
              style={{ left: percentOf(at, view.months) }}
            >
              {index === view.ticks.length - 1 ? "end" : label}
            </span>
          ))}
        </div>
      </div>
      <ul>
        {view.rows.map((row) => (
          <li key={row.id} className={clsx(columns, "border-line border-t py-2 first:border-t-0")}>
            <Pair row={row} />
            <Bars row={row} view={view} />
            <Verdict row={row} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function percentOf(month: number, months: number): string {
  return `${(100 * month) / months}%`;
}

function Pair({ row }: { readonly row: TimelineRow }) {
  const hue = row.style.kind === null ? "text-ink" : nameHues[row.style.kind];
  return (
    <div className="min-w-0 text-sm">
      <p className={clsx("truncate font-title", hue)}>{row.label}</p>
      <p className="truncate text-ink-3 text-xs">{row.detail}</p>
    </div>
  );
}

function Bars({ row, view }: { readonly row: TimelineRow; readonly view: TimelineView }) {
  const hue = row.style.kind === null ? "bg-ink" : barHues[row.style.kind];
  return (
    <div aria-hidden className="relative h-6 max-md:order-last max-md:col-span-2">
      {view.ticks.map(({ at }) => (
        <span
          key={at}
          className="absolute -inset-y-2 w-px bg-line"
          style={{ left: percentOf(at, view.months) }}
        />
      ))}
      <span className="absolute inset-x-0 top-2 h-2 rounded-[1px] bg-line" />
      {row.bars.map(({ fromMonth, toMonth }) => (
        <span
          key={fromMonth}
          className={clsx("absolute top-2 h-2 forced-colors:bg-[CanvasText]", hue)}
          style={{
            left: percentOf(fromMonth, view.months),
            width: percentOf(toMonth + 1 - fromMonth, view.months),
          }}
        />
      ))}
      {row.marks.map(({ month, label }) => (
        <svg
          key={month}
          width="22"
          height="14"
          viewBox="0 0 22 14"
          className="-translate-x-1/2 absolute top-[5px] stroke-ink"
          style={{ left: percentOf(month, view.months) }}
          strokeWidth="1.75"
        >
          <title>{label}</title>
          <circle cx="11" cy="7" r="5.6" className="fill-surface" />
          <path d="M0.5 7H21.5" />
        </svg>
      ))}
    </div>
  );
}

function Verdict({
  row,
  onOpen,
}: {
  readonly row: TimelineRow;
  readonly onOpen: (ref: FigureRef) => void;
}) {
  const { verdict, verdictDetail, opens } = row;
  return (
    <div className="min-w-0 text-sm">
      {opens ? (
        <button
          type="button"
          onClick={() => onOpen(opens)}
          aria-label={`${row.label} ${row.detail}: ${verdict}, ${verdictDetail}. Why?`}
          className="min-h-6 rounded-sm text-left pointer-coarse:min-h-11"
        >
          <span className="opens font-title">{verdict}</span>
        </button>
      ) : (
        <p className="font-title">{verdict}</p>
      )}
      <p className="text-ink-3 text-xs">{verdictDetail}</p>
    </div>
  );
}
