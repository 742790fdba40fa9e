"use client";

import Link from "next/link";
import { FieldError } from "@/components/ui/field";
import { FileDrop } from "@/components/ui/file-drop";
import type { QuoteToImport } from "@/lib/schemas/lines-import";
import { ImportApply } from "./import-apply";
import { ImportChecks } from "./import-checks";
import { ImportColumns } from "./import-columns";
import { ImportProgress } from "./import-progress";
import { ImportSample } from "./import-sample";
import { ImportSettingsCard } from "./import-settings-card";
import { TemplateNotice } from "./template-notice";
import { useImportJob } from "./use-import-job";
import { usePreview } from "./use-preview";

/** From a supplier's file to lines of the quote: read, look, correct, apply. */
export function ImportScreen({ quote }: { readonly quote: QuoteToImport }) {
  const { file, preview, message, busy, choose, change, leave } = usePreview(quote.id);
  const job = useImportJob(quote);
  return (
    <>
      <header className="border-line border-b bg-surface px-4 py-3.5 md:px-7">
        <div className="mx-auto max-w-[1680px]">
          <p className="text-ink-3 text-xs">
            <Link href="/quotes" className="link">
              Quotes
            </Link>{" "}
            /{" "}
            <Link href={`/quotes/${quote.id}`} className="link">
              {quote.supplierName} {quote.number}
            </Link>
          </p>
          <h1 className="text-xl">Import lines</h1>
        </div>
      </header>
      <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 items-start gap-4 px-4 py-5 md:px-7 panel:grid-cols-[minmax(0,1fr)_340px]">
        {!preview && (
          <section aria-label="File" className="card grid gap-3 p-[18px] panel:col-span-2">
            <p className="max-w-prose text-ink-2 text-sm">
              An Excel workbook (.xlsx) or a CSV file as the supplier sent it, up to 32 MB. You see
              how it is read before anything changes; once imported, the file is kept with the
              quote.
            </p>
            <FileDrop
              label="File with lines"
              accept=".xlsx,.csv,.tsv,.txt"
              busy={busy}
              onFile={(given) => void choose(given)}
            />
            {quote.lineCount > 0 && (
              <p className="text-ink-2 text-sm">
                <a href={`/quotes/${quote.id}/import/current`} download className="link">
                  Download the quote&rsquo;s own lines
                </a>{" "}
                to change them in a spreadsheet and import them again.
              </p>
            )}
            {message && <FieldError>{message}</FieldError>}
          </section>
        )}
        {preview && file && job.isFollowing && (
          <section aria-label="Import" className="card grid gap-3 p-[18px] panel:col-span-2">
            <ImportProgress job={job} fileName={file.name} />
          </section>
        )}
        {preview?.template && <TemplateNotice preview={preview} onOther={leave} />}
        {preview && !preview.template && file && !job.isFollowing && (
          <>
            <div className="grid min-w-0 gap-4">
              <ImportChecks preview={preview} quote={quote} message={message} />
              <ImportColumns preview={preview} onChange={(mapping) => void change({ mapping })} />
              <ImportSample preview={preview} onChoose={(part) => void change(part)} />
            </div>
            <div className="grid min-w-0 gap-4 max-panel:order-first">
              <ImportApply
                {...{ preview, quote, busy }}
                job={job}
                onApply={(how) => void job.apply(file, preview, how)}
              />
              <ImportSettingsCard
                {...{ preview, busy }}
                fileName={file.name}
                onChange={(part) => void change(part)}
                onOther={leave}
              />
            </div>
          </>
        )}
      </div>
    </>
  );
}
