"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import type { ListedPlan } from "@/lib/views/plan-list";

export type OpenedDialog =
  | { readonly kind: "new"; readonly templateId: string }
  | { readonly kind: "import" }
  | { readonly kind: "rename" | "template"; readonly plan: ListedPlan };

const address = {
  /** "plan", or the template to begin from. */
  new: parseAsString,
  import: parseAsStringLiteral(["file"]),
  rename: parseAsString,
  template: parseAsString,
};

/** Which dialog of the list stands open is kept in the address; what it does not know opens none. */
export function useOpenedDialog(plans: readonly ListedPlan[], canEdit: boolean) {
  const [query, setQuery] = useQueryStates(address, { history: "push" });
  return {
    opened: canEdit ? dialogOf(query, plans) : null,
    open: (next: Partial<typeof query>) => void setQuery(next),
    close: () => void setQuery({ new: null, import: null, rename: null, template: null }),
  };
}

type Query = {
  readonly new: string | null;
  readonly import: "file" | null;
  readonly rename: string | null;
  readonly template: string | null;
};

function dialogOf(query: Query, plans: readonly ListedPlan[]): OpenedDialog | null {
  if (query.new) return { kind: "new", templateId: query.new };
  if (query.import) return { kind: "import" };
  const plan = plans.find(({ id }) => id === (query.rename ?? query.template));
  return plan ? { kind: query.rename ? "rename" : "template", plan } : null;
}
