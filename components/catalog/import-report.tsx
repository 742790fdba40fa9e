"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { takePricesAction } from "@/app/(product)/(app)/catalog/import/actions";
import { attempt } from "@/components/plans/attempt";
import { DataTable } from "@/components/tables/data-table";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { useToast } from "@/components/ui/toast";
import { counted } from "@/lib/format";
import type { PriceReportView, SuspiciousRow } from "@/lib/views/price-report";

/** What came of a file: counts, suspicious prices to be ticked, and refused rows. */
export function ImportReport(props: PriceReportView & { readonly jobId: string }) {
  const { title, suspicious, refused, more, jobId } = props;
  return (
    <>
      <p className="text-ink-2 text-sm">{title}</p>
      {suspicious.length > 0 && <Suspicious rows={suspicious} jobId={jobId} />}
      {refused && (
        <section aria-labelledby="refused" className="grid min-w-0 gap-2">
          <h2 id="refused" className="text-base">
            Refused rows
          </h2>
          {more && <p className="text-ink-3 text-xs">{more}</p>}
          <DataTable view={refused} />
        </section>
      )}
    </>
  );
}

function Suspicious(props: { readonly rows: readonly SuspiciousRow[]; readonly jobId: string }) {
  const { rows, jobId } = props;
  const router = useRouter();
  const toast = useToast();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const tick = (id: string, isTicked: boolean) =>
    setTicked((now) => new Set(isTicked ? [...now, id] : [...now].filter((other) => other !== id)));
  const take = async () => {
    setBusy(true);
    const outcome = await attempt(
      () => takePricesAction({ jobId, recordIds: [...ticked] }),
      "Nothing was taken",
    );
    setBusy(false);
    setError(outcome.ok ? null : outcome.message);
    if (!outcome.ok) return;
    toast.show({ text: `${counted(outcome.data.taken, "suspicious price")} used` });
    router.refresh();
  };
  return (
    <section aria-labelledby="suspicious" className="card grid min-w-0 gap-3 p-[18px]">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="suspicious" className="mr-auto text-base">
          Suspicious prices
        </h2>
        <Button variant="primary" busy={busy} disabled={ticked.size === 0} onClick={take}>
          Use {counted(ticked.size, "ticked price")}
        </Button>
      </div>
      {error && <FieldError>{error}</FieldError>}
      <ul className="max-h-[520px] divide-y divide-line overflow-y-auto">
        {rows.map(({ id, label, where, prices, reason, isTaken }) => (
          <li key={id} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2">
            <Checkbox
              className="min-w-0 flex-1 basis-80"
              label={<span className="font-label">{label}</span>}
              help={`${prices}. ${where}`}
              checked={isTaken || ticked.has(id)}
              disabled={isTaken}
              onCheckedChange={(checked) => tick(id, checked)}
            />
            <p className="min-w-0 flex-1 basis-72 text-sm text-warn">
              {reason} {isTaken && <Pill>used</Pill>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
