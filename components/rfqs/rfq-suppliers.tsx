"use client";

import { Plus } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { StoredRfq } from "@/lib/schemas/rfq";
import { AskedSupplierItem } from "./asked-supplier";
import type { RfqForm } from "./use-rfq-form";

/** Who is asked, and what each has answered. */
export function RfqSuppliers(props: {
  readonly rfq: StoredRfq;
  readonly form: RfqForm;
  /** Names, to choose from. */
  readonly known: readonly string[];
  readonly readOnly: boolean;
  readonly today: string;
}) {
  const { rfq, form, known, readOnly, today } = props;
  const { suppliers } = form.draft;
  const listId = useId();
  const [name, setName] = useState("");
  const add = () => {
    const wanted = name.trim();
    if (wanted !== "" && !suppliers.includes(wanted))
      form.change({ suppliers: [...suppliers, wanted] });
    setName("");
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <section aria-labelledby="suppliers" className="card grid gap-4 p-[18px]">
      <h2 id="suppliers" className="text-lg">
        Suppliers asked
      </h2>
      {rfq.sentRevision !== null && !readOnly && (
        <p className="text-ink-2 text-sm">
          Loadline mails nothing: send each of them its template and letter yourself.
        </p>
      )}
      {/* Above the list, so that Add stays under the pointer as the list grows. */}
      {!readOnly && (
        <div className="flex flex-wrap gap-2">
          <TextInput
            aria-label="Supplier to ask"
            placeholder="Name of a supplier"
            list={listId}
            value={name}
            maxLength={120}
            autoComplete="off"
            className="min-w-0 flex-1 basis-52"
            onKeyDown={press}
            onChange={(event) => setName(event.target.value)}
          />
          <datalist id={listId}>
            {known
              .filter((one) => !suppliers.includes(one))
              .map((one) => (
                <option key={one} value={one} />
              ))}
          </datalist>
          <Button icon={<Plus aria-hidden size={14} />} onClick={add}>
            Add
          </Button>
        </div>
      )}
      {suppliers.length === 0 ? (
        <p className="text-ink-2 text-sm">Nobody yet. Choose who is to answer.</p>
      ) : (
        <ul className="divide-y divide-line">
          {suppliers.map((one) => (
            <AskedSupplierItem
              key={one}
              name={one}
              {...{ rfq, form, readOnly, today }}
              asked={rfq.suppliers.find((held) => held.name === one)}
              onRemove={() =>
                form.change({ suppliers: suppliers.filter((other) => other !== one) })
              }
            />
          ))}
        </ul>
      )}
    </section>
  );
}
