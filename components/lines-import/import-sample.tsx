import { ScrollRegion } from "@/components/ui/scroll-region";
import { exactAmount, exactPercent } from "@/lib/format";
import type { ImportSettings, LinesPreview, SampleLine } from "@/lib/schemas/lines-import";
import { sampleTitle } from "@/lib/views/lines-import";
import { LineCategory } from "./line-category";
import { LinePaid } from "./line-paid";

const heads = [
  "Row",
  "Category",
  "Description",
  "Part number",
  "Quantity",
  "Unit",
  "Unit price",
  "Discount",
  "Paid",
  "Months",
  "Tax",
] as const;
const numeric: ReadonlySet<string> = new Set([
  "Quantity",
  "Unit price",
  "Discount",
  "Months",
  "Tax",
]);
const cell = "px-1.5 py-1.5 align-top first:pl-[18px]";

/** The first lines as they would come in; category and recurrence are chosen here where what was read or guessed is wrong. */
export function ImportSample({
  preview: { sample, lineCount, currency, chosen, chosenPaid },
  onChoose,
}: {
  readonly preview: LinesPreview;
  readonly onChoose: (part: Pick<ImportSettings, "chosen" | "chosenPaid">) => void;
}) {
  if (sample.length === 0) return null;
  return (
    <section aria-labelledby="sample" className="card min-w-0">
      <h2 id="sample" className="px-[18px] py-3 text-lg">
        {sampleTitle(sample.length, lineCount)}
      </h2>
      <ScrollRegion
        label="Lines, scrolling"
        className="max-h-[420px] scrolls-x overflow-y-auto border-line border-t"
      >
        <table className="w-full text-left text-sm">
          <thead className="sticky top-0 bg-sunken text-ink-3 text-xs">
            <tr>
              {heads.map((name) => (
                <th
                  key={name}
                  scope="col"
                  className={`whitespace-nowrap px-1.5 py-2 font-label first:pl-[18px] ${numeric.has(name) ? "text-right" : ""}`}
                >
                  {name === "Unit price" ? `Unit price, ${currency}` : name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map(({ row, line, categoryFrom, recurrenceFrom }) => (
              <tr key={row} className="border-line border-t tabular-nums">
                <td className={`${cell} text-ink-3`}>{row}</td>
                <td className={cell}>
                  <LineCategory
                    {...{ row, chosen }}
                    onChoose={(categories) => onChoose({ chosen: categories })}
                    read={{ category: line.category, from: categoryFrom }}
                  />
                </td>
                <td className={`${cell} min-w-36`}>{line.description}</td>
                <td className={cell}>{line.partNumber}</td>
                <td className={`${cell} text-right`}>{amount(line.quantity, "missing")}</td>
                <td className={cell}>{line.unit}</td>
                <td className={`${cell} whitespace-nowrap text-right`}>
                  {amount(line.unitPrice, "unpriced")}
                </td>
                <td className={`${cell} text-right`}>{share(line.discountFraction)}</td>
                <td className={cell}>
                  <LinePaid
                    read={{ row, line, categoryFrom, recurrenceFrom }}
                    chosen={chosenPaid}
                    onChoose={(paid) => onChoose({ chosenPaid: paid })}
                  />
                </td>
                <td className={`${cell} text-right`}>{months(line)}</td>
                <td className={`${cell} text-right`}>{share(line.taxFraction)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

const amount = (text: string | null, missing: string) =>
  text === null ? <span className="text-warn">{missing}</span> : exactAmount(text);
const months = ({ months: term, recurrence }: SampleLine["line"]) =>
  term === null && recurrence === "one-off" ? (
    <span className="text-ink-3">none</span>
  ) : (
    amount(term === null ? null : String(term), "missing")
  );
const share = (text: string | null) =>
  text === null ? <span className="text-ink-3">none</span> : `${exactPercent(text)}%`;
