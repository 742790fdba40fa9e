import { clsx } from "clsx";
import Link from "next/link";
import { memo } from "react";
import { Pill } from "@/components/ui/pill";
import { counted } from "@/lib/format";
import { statusTones } from "@/lib/views/quote-names";
import type { RateNote } from "@/lib/views/quote-rates";
import type { QuoteRow, Validity } from "@/lib/views/quotes";

const cell = "lg:px-3 lg:py-1.5";
const words = "flex min-h-6 items-center";

/** Number and total, what it is, then where it stands. */
export const QuoteTableRow = memo(function QuoteTableRow({
  row,
  isShown,
  setRate = null,
}: {
  readonly row: QuoteRow;
  readonly isShown: (columnId: string) => boolean;
  /** Where the rate that the amount waits for is set. */
  readonly setRate?: RateNote["link"];
}) {
  return (
    <tr className="border-line border-t align-baseline hover:bg-canvas max-lg:flex max-lg:flex-wrap max-lg:items-center max-lg:gap-x-3 max-lg:px-4 max-lg:py-2">
      <th scope="row" className={clsx(cell, "whitespace-nowrap font-text max-lg:w-full lg:pl-4")}>
        <Link
          href={`/quotes/${row.id}`}
          className="inline-flex min-h-6 items-center gap-1.5 text-ink hover:underline pointer-coarse:min-h-11"
        >
          <span className="font-label">{row.number}</span>
          <span className="text-ink-3">{row.revisionText}</span>
        </Link>
      </th>
      {isShown("supplier") && (
        <td className={cell}>
          <Link
            href={`/suppliers/${row.supplierId}`}
            className={clsx(words, "text-ink hover:underline pointer-coarse:min-h-11")}
          >
            {row.supplier}
          </Link>
        </td>
      )}
      {isShown("what") && (
        <td className={clsx(cell, "text-ink-2 lg:min-w-40")}>
          <span className={words}>{row.what}</span>
        </td>
      )}
      {isShown("status") && (
        <td className={clsx(cell, "whitespace-nowrap")}>
          <span className={clsx(words, "gap-1.5")}>
            <Pill tone={statusTones[row.status]}>{row.status}</Pill>
            {row.awardedPart && <span className="text-ink-2">{row.awardedPart}</span>}
          </span>
        </td>
      )}
      <Amounts row={row} isShown={isShown} setRate={setRate} />
      {isShown("missing") && (
        <td className={cell}>
          <span className={clsx(words, row.isComplete ? "text-good" : "text-warn")}>
            {row.missing}
          </span>
        </td>
      )}
      {isShown("lead") && (
        <td className={clsx(cell, "whitespace-nowrap lg:text-right", "max-lg:hidden")}>
          {row.leadTimeWeeks === null ? (
            <span className="text-ink-3">not said</span>
          ) : (
            counted(row.leadTimeWeeks, "week")
          )}
        </td>
      )}
      {isShown("validity") && (
        <td className={clsx(cell, "whitespace-nowrap lg:text-right")}>
          {row.validity.state !== "expired" && (
            <span className="text-ink-3 lg:hidden">valid until: </span>
          )}
          <ValidityText validity={row.validity} />
        </td>
      )}
    </tr>
  );
});

function Amounts(props: {
  readonly row: QuoteRow;
  readonly isShown: (columnId: string) => boolean;
  readonly setRate: RateNote["link"];
}) {
  const { row, isShown, setRate } = props;
  const amount = clsx(cell, "whitespace-nowrap text-right");
  return (
    <>
      {isShown("total") && (
        <td className={amount}>
          <span className="text-ink-3">{row.currency}</span> {row.total}
        </td>
      )}
      {isShown("converted") && (
        <td className={clsx(amount, "font-label max-lg:hidden")} title={row.converted?.note}>
          {row.converted ? (
            row.converted.text
          ) : setRate ? (
            <Link
              href={setRate.href}
              title={setRate.text}
              className="link inline-flex min-h-6 items-center font-text"
            >
              no rate
            </Link>
          ) : (
            <span className="font-text text-warn">no rate</span>
          )}
        </td>
      )}
    </>
  );
}

/** The last day, and how near it is. */
export function ValidityText({ validity }: { readonly validity: Validity }) {
  const { text, detail, state } = validity;
  if (detail === null)
    return <span className={clsx(state === "unknown" && "text-ink-3")}>{text}</span>;
  return (
    <Pill tone={state === "soon" ? "warn" : "plain"}>
      {state === "expired" ? `${detail} ${text}` : `${text}, ${detail}`}
    </Pill>
  );
}
