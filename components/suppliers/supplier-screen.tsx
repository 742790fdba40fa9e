"use client";

import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { saveSupplierAction } from "@/app/(product)/(app)/quotes/actions";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { attempt } from "@/components/plans/attempt";
import { QuoteTableRow } from "@/components/quotes/quote-table-row";
import { quoteColumns, rightColumns } from "@/components/quotes/quotes-table";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { counted } from "@/lib/format";
import type { Supplier } from "@/lib/schemas/quote-inputs";
import type { QuoteRow } from "@/lib/views/quotes";
import type { RfqRow } from "@/lib/views/rfqs";
import { SupplierRfqs } from "./supplier-rfqs";

type SupplierScreenProps = {
  readonly supplier: Supplier;
  /** Those that ask this supplier. */
  readonly rfqs: readonly RfqRow[];
  readonly quotes: readonly QuoteRow[];
  /** What the organization reads amounts in. */
  readonly currency: string;
  readonly today: string;
  readonly canEdit: boolean;
};

const NewQuoteDialog = dynamic(
  () => import("@/components/quotes/new-quote-dialog").then((m) => m.NewQuoteDialog),
  { ssr: false },
);

const fields = [
  { name: "name", label: "Name", most: 120 },
  { name: "contactName", label: "Contact", most: 120 },
  { name: "email", label: "Email", most: 200 },
  { name: "phone", label: "Phone", most: 60 },
] as const;

export function SupplierScreen(props: SupplierScreenProps) {
  const { supplier, rfqs, quotes, currency, today, canEdit } = props;
  const [adding, setAdding] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const { id, version, ...opened } = supplier;
  const [details, setDetails] = useState(opened);
  const [error, setError] = useState<{ message: string; name?: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const unsaved = JSON.stringify(details) !== JSON.stringify(opened);
  useUnsavedGuard(unsaved, busy);
  const change = (part: Partial<typeof details>) => {
    setDetails((now) => ({ ...now, ...part }));
    setError(null);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (details.name.trim() === "") return setError({ message: "", name: "Name the supplier." });
    setBusy(true);
    const outcome = await attempt(
      () => saveSupplierAction({ id, expectedVersion: version, details }),
      "Not saved",
    );
    setBusy(false);
    if (!outcome.ok)
      return setError({
        message: outcome.message,
        ...(outcome.fields?.name && { name: outcome.fields.name }),
      });
    toast.show({ text: `${details.name} saved` });
    router.refresh();
  };
  return (
    <>
      <PageHead
        title={supplier.name}
        actions={
          canEdit && (
            <Button icon={<FileUp aria-hidden size={14} />} onClick={() => setAdding(true)}>
              New quote from a file
            </Button>
          )
        }
      />
      {adding && (
        <NewQuoteDialog
          suppliers={[supplier.name]}
          supplier={supplier.name}
          from="file"
          {...{ currency, today }}
          onClose={() => setAdding(false)}
        />
      )}
      <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 items-start gap-4 px-4 py-5 md:px-7 panel:grid-cols-[minmax(0,1fr)_320px]">
        <section aria-labelledby="quotes" className="grid min-w-0 gap-3">
          <h2 id="quotes" className="text-lg">
            {counted(quotes.length, "quote")}
          </h2>
          {quotes.length === 0 ? (
            <p className="text-ink-2 text-sm">None of this supplier yet.</p>
          ) : (
            <div className="card overflow-x-auto">
              <table className="w-full text-left text-sm max-lg:block">
                <thead className="bg-sunken text-ink-3 text-xs max-lg:sr-only">
                  <tr>
                    {quoteColumns("")
                      .filter(({ id }) => isShownHere(id))
                      .map(({ id, label }) => (
                        <th
                          key={id}
                          scope="col"
                          className={clsx(
                            "whitespace-nowrap px-3 py-2 font-label first:pl-4",
                            rightColumns.includes(id) && "text-right",
                          )}
                        >
                          {label}
                        </th>
                      ))}
                  </tr>
                </thead>
                <tbody className="max-lg:block">
                  {quotes.map((row) => (
                    <QuoteTableRow key={row.id} row={row} isShown={isShownHere} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <SupplierRfqs rows={rfqs} />
        </section>
        <form onSubmit={save} noValidate className="card grid gap-4 p-[18px]">
          <h2 className="text-lg">Contact</h2>
          {fields.map(({ name, label, most }) => (
            <Field key={name} label={label} error={name === "name" ? error?.name : undefined}>
              {(control) => (
                <TextInput
                  {...control}
                  value={details[name]}
                  maxLength={most}
                  readOnly={!canEdit}
                  autoComplete="off"
                  onChange={(event) => change({ [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <Field label="Note" optional>
            {(control) => (
              <Textarea
                {...control}
                value={details.note}
                maxLength={2000}
                readOnly={!canEdit}
                onChange={(event) => change({ note: event.target.value })}
              />
            )}
          </Field>
          {error && !error.name && <FieldError>{error.message}</FieldError>}
          {canEdit && (
            <Button type="submit" variant="primary" busy={busy} disabled={!unsaved}>
              Save
            </Button>
          )}
        </form>
      </div>
    </>
  );
}

const isShownHere = (id: string) => id !== "supplier" && id !== "converted";
