import { clsx } from "clsx";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import type { Explanation } from "@/lib/views/explain";
import type { FigureRef } from "@/lib/views/types";

/** The lines of a figure as a table that sums to it; each line opens to its inputs. */
export function FigureLines({
  explanation,
  onOpen,
}: {
  readonly explanation: Explanation;
  readonly onOpen: (ref: FigureRef) => void;
}) {
  const { basis, heads, lines, total, beside, note } = explanation;
  return (
    <>
      <p className="mb-3 text-ink-3 text-xs">{basis}</p>
      <table className="w-full text-sm">
        <thead>
          <tr className="text-ink-3 text-xs">
            {heads.map((head, index) => (
              <th
                key={head}
                scope="col"
                className={clsx(
                  "py-1.5 align-bottom font-label",
                  index === 0 ? "text-left" : "pl-3 text-right",
                )}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, label, amount, second, evidence, opens }) => (
            <tr key={id} className="border-line border-t">
              <th scope="row" className="py-1 text-left font-text">
                <button
                  type="button"
                  onClick={() => onOpen(opens)}
                  className="opens min-h-6 rounded-sm text-left pointer-coarse:min-h-11"
                >
                  {label}
                </button>
                {evidence && <EvidenceMark evidence={evidence} className="ml-1.5" />}
              </th>
              <td className="whitespace-nowrap py-1 pl-3 text-right">{amount}</td>
              {heads.length > 2 && (
                <td className="whitespace-nowrap py-1 pl-3 text-right text-ink-3">{second}</td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-line-strong border-t font-title">
            {total.map((text, index) => (
              <td
                key={heads[index]}
                className={clsx("py-2", index > 0 && "whitespace-nowrap pl-3 text-right")}
              >
                {text}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {beside && (
        <section aria-labelledby="beside" className="mt-2 border-line border-t pt-2 text-sm">
          <h3 id="beside" className="font-label text-ink-3 text-xs">
            {beside.title}
          </h3>
          <dl>
            {beside.lines.map(({ label, amount }) => (
              <div key={label} className="flex gap-3 py-1">
                <dt className="flex-1">{label}</dt>
                <dd>{amount}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {note && <p className="mt-2 text-ink-3 text-xs">{note}</p>}
    </>
  );
}
