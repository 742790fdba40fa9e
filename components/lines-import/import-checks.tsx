import { FieldError } from "@/components/ui/field";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { counted, exactAmount } from "@/lib/format";
import type { LinesPreview, QuoteToImport } from "@/lib/schemas/lines-import";
import { leftOutText, remarksOn } from "@/lib/views/lines-import";

type ImportChecksProps = {
  readonly preview: LinesPreview;
  readonly quote: QuoteToImport;
  readonly message: string | null;
};

/** What is wrong, what is doubtful, and what is left out: nothing of a file goes missing unsaid. */
export function ImportChecks({ preview, quote, message }: ImportChecksProps) {
  const remarks = remarksOn(preview, quote);
  return (
    <>
      {message && <FieldError>{message}</FieldError>}
      {remarks.length > 0 && (
        <ul aria-label="Remarks" className="grid gap-1.5 text-sm">
          {remarks.map(({ tone, text }) => (
            <li key={text} className={tone === "warn" ? "text-warn" : "text-ink-2"}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {preview.refusedCount > 0 && <RefusedRows preview={preview} />}
      {preview.differenceCount > 0 && <Differences preview={preview} />}
      {preview.leftOutCount > 0 && <LeftOut preview={preview} />}
    </>
  );
}

const head = "px-3 py-2 font-label first:pl-[18px]";
const cell = "px-3 py-1.5 align-top first:pl-[18px]";

function Listing(props: {
  readonly id: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly more: number;
}) {
  return (
    <section aria-labelledby={props.id} className="card min-w-0">
      <h2 id={props.id} className="px-[18px] py-3 text-lg">
        {props.title}
      </h2>
      <ScrollRegion
        label={`${props.title}, scrolling`}
        className="max-h-80 overflow-auto border-line border-t"
      >
        <table className="w-full text-left text-sm">
          <thead className="sticky top-0 bg-sunken text-ink-3 text-xs">
            <tr>
              {props.heads.map((name) => (
                <th key={name} scope="col" className={head}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((texts) => (
              <tr key={texts.join("\n")} className="border-line border-t">
                {texts.map((text, at) => (
                  <td
                    key={props.heads[at]}
                    className={`${cell} ${at === 0 ? "tabular-nums" : "break-words"}`}
                  >
                    {text === "" ? <span className="text-ink-3">empty</span> : text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {props.more > 0 && (
        <p className="px-[18px] py-2 text-ink-3 text-xs">
          And {counted(props.more, "other")} not shown.
        </p>
      )}
    </section>
  );
}

const RefusedRows = ({
  preview: { refused, refusedCount },
}: {
  readonly preview: LinesPreview;
}) => (
  <Listing
    id="refused"
    title={`${counted(refusedCount, "row")} cannot be read`}
    heads={["Row", "Column", "Value", "To mend it"]}
    rows={refused.map(({ row, column, value, mend }) => [String(row), column, value, mend])}
    more={Math.max(0, refusedCount - new Set(refused.map(({ row }) => row)).size)}
  />
);

const Differences = ({
  preview: { differences, differenceCount, currency },
}: {
  readonly preview: LinesPreview;
}) => (
  <Listing
    id="differences"
    title={`${counted(differenceCount, "line")} with another total in the file`}
    heads={["Row", "Description", `File, ${currency}`, `Computed, ${currency}`]}
    rows={differences.map(({ row, description, stated, computed }) => [
      String(row),
      description,
      exactAmount(stated),
      exactAmount(computed),
    ])}
    more={differenceCount - differences.length}
  />
);

const LeftOut = ({ preview: { leftOut, leftOutCount } }: { readonly preview: LinesPreview }) => (
  <details className="card px-[18px] py-3 text-sm">
    <summary className="cursor-pointer font-label">{counted(leftOutCount, "row")} left out</summary>
    <ul className="mt-2 grid max-h-60 gap-1 overflow-auto text-ink-2">
      {leftOut.map((one) => (
        <li key={one.row}>{leftOutText(one)}</li>
      ))}
    </ul>
  </details>
);
