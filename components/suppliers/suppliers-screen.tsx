"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextInput } from "@/components/ui/text-input";
import { counted } from "@/lib/format";
import type { ListedSupplier } from "@/lib/schemas/quote-inputs";
import { NewSupplierDialog } from "./new-supplier-dialog";

const handful = 7;

export function SuppliersScreen({
  suppliers,
  canEdit,
}: {
  readonly suppliers: readonly ListedSupplier[];
  readonly canEdit: boolean;
}) {
  const [adding, setAdding] = useState(false);
  const [find, setFind] = useState("");
  const found = suppliers.filter(({ name }) =>
    name.toLowerCase().includes(find.trim().toLowerCase()),
  );
  const button = (
    <Button variant="primary" icon={<Plus aria-hidden size={14} />} onClick={() => setAdding(true)}>
      New supplier
    </Button>
  );
  return (
    <>
      <PageHead title="Suppliers" actions={canEdit && suppliers.length > 0 && button} />
      <div className="mx-auto grid w-full max-w-[1680px] gap-3 px-4 py-5 md:px-7">
        {suppliers.length > handful && (
          <TextInput
            type="search"
            aria-label="Find a supplier"
            placeholder="Find a supplier"
            value={find}
            onChange={(event) => setFind(event.target.value)}
            className="w-52 max-sm:w-full"
          />
        )}
        {suppliers.length > 0 ? (
          <ul className="card divide-y divide-line">
            {found.map((supplier) => (
              <SupplierItem key={supplier.id} supplier={supplier} />
            ))}
            {found.length === 0 && (
              <li className="px-[18px] py-4 text-ink-2 text-sm">
                No supplier has “{find}” in its name.
              </li>
            )}
          </ul>
        ) : canEdit ? (
          <EmptyState title="Who could sell it?" actions={button}>
            A supplier comes with its first quote, or enter one here with whom to call.
          </EmptyState>
        ) : (
          <p className="text-ink-2">No suppliers yet. Ask an editor to enter the first one.</p>
        )}
      </div>
      {adding && <NewSupplierDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function SupplierItem({ supplier }: { readonly supplier: ListedSupplier }) {
  const { id, name, contactName, email, quotes } = supplier;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-0.5 px-[18px] py-2.5 text-sm">
      <Link
        href={`/suppliers/${id}`}
        className="flex min-h-6 min-w-0 items-center font-label text-ink hover:underline pointer-coarse:min-h-11 sm:w-64"
      >
        {name}
      </Link>
      <span className="min-w-0 text-ink-2 sm:flex-1">
        {[contactName, email].filter(Boolean).join(", ") || (
          <span className="text-ink-3">nobody to call yet</span>
        )}
      </span>
      <span className="text-ink-2">{counted(quotes, "quote")}</span>
    </li>
  );
}
