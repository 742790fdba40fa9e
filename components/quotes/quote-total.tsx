import { clsx } from "clsx";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { quoteTotals } from "@/lib/engine";
import { exactAmount } from "@/lib/format";
import type { QuoteContent } from "@/lib/schemas/quote";
import { agreementText, lackText, totalText } from "@/lib/views/quotes";

type QuoteTotalProps = { readonly content: QuoteContent; readonly currency: string };

/** What the quote adds up to, what is missing, and whether the supplier adds up the same. */
export function QuoteTotal({ content, currency }: QuoteTotalProps) {
  const totals = quoteTotals(content, currency);
  const agreement = agreementText(content, currency);
  const { freight, duty, unrecoverableVat, statedTotal, statedTotalHasTax } = content;
  const rows: readonly (readonly [string, string | null])[] = [
    ["Lines", totals.linesNet],
    ["Freight", freight],
    ["Duty", duty],
    ["VAT that does not come back", unrecoverableVat],
  ];
  return (
    <section aria-labelledby="total" className="card grid gap-3 p-[18px]">
      <h2 id="total" className="text-lg">
        Total
      </h2>
      <p aria-live="polite">
        <span className="block text-ink-3 text-xs">Cost, without tax that comes back</span>
        <span className="font-title text-figure text-xl">
          {currency} {totalText(totals.cost, totals.lacks)}
        </span>
      </p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 text-sm">
        {rows
          .filter(([, amount]) => amount !== null)
          .map(([label, amount]) => (
            <Row key={label} label={label} amount={amount ?? ""} />
          ))}
        {Number(totals.tax) !== 0 && <Row label="Tax of the lines, beside" amount={totals.tax} />}
        {statedTotal !== null && (
          <>
            <Row
              strong
              label={`Lines and freight${statedTotalHasTax ? " with tax" : ""}`}
              amount={totals.supplierTotal}
            />
            <Row label="Supplier’s total" amount={statedTotal} />
          </>
        )}
      </dl>
      {agreement && <Note good={agreement.agrees}>{agreement.text}</Note>}
      {totals.lacks.length > 0 && (
        <Note good={false}>Incomplete: {lackText(totals.lacks, content)}.</Note>
      )}
    </section>
  );
}

function Row({ label, amount, strong }: { label: string; amount: string; strong?: boolean }) {
  return (
    <>
      <dt className={clsx(strong ? "font-label" : "text-ink-2")}>{label}</dt>
      <dd className={clsx("text-right", strong && "font-label")}>{exactAmount(amount)}</dd>
    </>
  );
}

function Note({ good, children }: { good: boolean; children: React.ReactNode }) {
  const Icon = good ? CircleCheck : TriangleAlert;
  return (
    <p className={clsx("flex gap-1.5 text-sm", good ? "text-good" : "text-warn")}>
      <Icon aria-hidden size={14} className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
