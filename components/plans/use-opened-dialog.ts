"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type TemplateId, templateIds } from "@/lib/catalog/templates";
import type { ListedPlan } from "@/lib/views/plan-list";

export type OpenedDialog =
  | { readonly kind: "new"; readonly templateId: TemplateId }
  | { readonly kind: "import" }
  | { readonly kind: "rename"; readonly plan: ListedPlan };

const firstTemplate: TemplateId = "support-chatbot";
const address = {
  new: parseAsStringLiteral(["plan", ...templateIds]),
  import: parseAsStringLiteral(["file"]),
  rename: parseAsString,
};

/** Which dialog of the list stands open is kept in the address; what it does not know opens none. */
export function useOpenedDialog(plans: readonly ListedPlan[], canEdit: boolean) {
  const [query, setQuery] = useQueryStates(address, { history: "push" });
  return {
    opened: canEdit ? dialogOf(query, plans) : null,
    open: (next: Partial<typeof query>) => void setQuery(next),
    close: () => void setQuery({ new: null, import: null, rename: null }),
  };
}

type Query = { new: "plan" | TemplateId | null; import: "file" | null; rename: string | null };

function dialogOf(query: Query, plans: readonly ListedPlan[]): OpenedDialog | null {
  if (query.new) {
    return { kind: "new", templateId: query.new === "plan" ? firstTemplate : query.new };
  }
  if (query.import) return { kind: "import" };
  const plan = plans.find(({ id }) => id === query.rename);
  return plan ? { kind: "rename", plan } : null;
}
