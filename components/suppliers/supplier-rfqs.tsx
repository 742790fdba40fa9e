import { RfqListItem } from "@/components/rfqs/rfq-list-item";
import { counted } from "@/lib/format";
import type { RfqRow } from "@/lib/views/rfqs";

/** What this supplier was asked, and where it stands. */
export function SupplierRfqs({ rows }: { readonly rows: readonly RfqRow[] }) {
  return (
    <>
      <h2 className="mt-3 text-lg">{counted(rows.length, "RFQ")}</h2>
      {rows.length === 0 ? (
        <p className="text-ink-2 text-sm">
          This supplier was not asked yet. An RFQ begins at an option of a plan, or on RFQs.
        </p>
      ) : (
        <ul aria-label="RFQs" className="card divide-y divide-line">
          {rows.map((row) => (
            <RfqListItem key={row.id} row={row} />
          ))}
        </ul>
      )}
    </>
  );
}
