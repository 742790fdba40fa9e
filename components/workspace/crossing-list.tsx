import type { ChartMark, FigureRef } from "@/lib/views/types";

const most = 8;

/** Every crossing as a button: why it is there, for those who cannot press a mark. */
export function CrossingList({
  marks,
  onOpen,
}: {
  readonly marks: readonly ChartMark[];
  readonly onOpen: (ref: FigureRef) => void;
}) {
  const shown = [...marks].sort((a, b) => a.x - b.x).slice(0, most);
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Where the lines cross" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {shown.map(({ id, title, text, opens }) => (
        <li key={id}>
          {opens && (
            <button
              type="button"
              onClick={() => onOpen(opens)}
              className="min-h-6 rounded-sm text-left text-ink-3 pointer-coarse:min-h-11"
            >
              <span className="opens font-label text-ink-2">
                {title.charAt(0).toUpperCase() + title.slice(1)}
              </span>{" "}
              {text}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
