"use client";

import { Search } from "lucide-react";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { CatalogChoices, Choice } from "@/lib/views/catalog-filter";
import { belongingNames } from "@/lib/views/catalog-words";
import { useCatalogAddress } from "./use-catalog-address";

const belongings = Object.entries(belongingNames).map(([value, label]) => ({ value, label }));

/** Search and lists; each choice stands in the address. */
export function CatalogFilters({ choices }: { readonly choices: CatalogChoices }) {
  const [{ find, kind, vendor, provider, whose }, change] = useCatalogAddress();
  const ask = (asked: Parameters<typeof change>[0]) => void change({ page: 0, ...asked });
  const withAll = (everything: string, some: readonly Choice[]) => [
    { value: "", label: everything },
    ...some,
  ];
  return (
    <div className="flex flex-wrap gap-2">
      <TextInput
        type="search"
        aria-label="Find in the catalog"
        placeholder="Find in the catalog"
        value={find}
        maxLength={80}
        onChange={(event) => ask({ find: event.target.value })}
        unit={<Search aria-hidden size={14} />}
        className="w-60 max-sm:w-full"
      />
      <Select
        aria-label="Kind"
        value={kind}
        onValueChange={(value) => ask({ kind: value })}
        options={withAll("Every kind", choices.kinds)}
      />
      <Select
        aria-label="Vendor"
        value={vendor}
        onValueChange={(value) => ask({ vendor: value })}
        options={withAll("Every vendor", choices.vendors)}
      />
      <Select
        aria-label="Provider"
        value={provider}
        onValueChange={(value) => ask({ provider: value })}
        options={withAll("Every provider", choices.providers)}
      />
      <Select
        aria-label="Whose entries"
        value={whose}
        onValueChange={(value) => ask({ whose: value })}
        options={withAll("All entries", belongings)}
      />
    </div>
  );
}
