"use client";

import { Search } from "lucide-react";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { CatalogChoices, Choice } from "@/lib/views/catalog-filter";
import { useCatalogAddress } from "./use-catalog-address";

/** Search and lists; each choice stands in the address. */
export function CatalogFilters({ choices }: { readonly choices: CatalogChoices }) {
  const [{ find, kind, vendor, provider }, ask] = useCatalogAddress();
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
        onChange={(event) => void ask({ find: event.target.value })}
        unit={<Search aria-hidden size={14} />}
        className="w-60 max-sm:w-full"
      />
      <Select
        aria-label="Kind"
        value={kind}
        onValueChange={(value) => void ask({ kind: value })}
        options={withAll("Every kind", choices.kinds)}
      />
      <Select
        aria-label="Vendor"
        value={vendor}
        onValueChange={(value) => void ask({ vendor: value })}
        options={withAll("Every vendor", choices.vendors)}
      />
      <Select
        aria-label="Provider"
        value={provider}
        onValueChange={(value) => void ask({ provider: value })}
        options={withAll("Every provider", choices.providers)}
      />
    </div>
  );
}
