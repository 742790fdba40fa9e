import { listed } from "@/lib/format";
import { rateLabel } from "@/lib/schemas/exchange-rate";
import { plainLabel } from "@/lib/schemas/labels";
import { fieldSpecAt } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";

/** The address that opens the form of an input and puts the cursor there. */
export function inputHref(planId: string, path: string): string {
  const [room = "", row = "", ...field] = path.split(".");
  if (room === "budgets") return `/plans/${planId}/budget?${new URLSearchParams({ field: path })}`;
  if (room !== "workloads" && room !== "options") {
    return `/plans/${planId}/assumptions?${new URLSearchParams({ field: path })}`;
  }
  const place = { row, ...(field.length > 0 ? { field: field.join(".") } : {}) };
  return `/plans/${planId}/${room}?${new URLSearchParams(place)}`;
}

/** "Cloud H200" for a path inside that option, "Assumptions" for the plan's own. */
export function inputOwner(plan: Plan, path: string): string {
  const [room, id] = path.split(".");
  if (room === "options") return plan.options.find((row) => row.id === id)?.name ?? "Options";
  if (room === "workloads") return plan.workloads.find((row) => row.id === id)?.name ?? "Workloads";
  if (room === "budgets") return `Budget ${id?.toUpperCase()}`;
  return "Assumptions";
}

/** What an input is called, a figure or not, there or not. */
export function inputLabel(plan: Plan, path: string): string {
  return fieldSpecAt(plan, path)?.label ?? plainLabel(path.split(".").at(-1) ?? path).label;
}

/** The same inside a sentence: "rate EUR to USD", "API price change". */
export function inputNoun(plan: Plan, path: string): string {
  return nounOf(inputLabel(plan, path));
}

/** A label inside a sentence: small letters but for the words that are capitals throughout. */
export const nounOf = (label: string) =>
  label.replace(/\S+/g, (word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()));

/** "no rate EUR to USD" where rates alone are missing; null where anything else is. */
export function ratesText(missing: readonly { readonly path: string }[]): string | null {
  const labels = missing.map(({ path }) => rateLabel(path));
  if (labels.length === 0 || labels.includes(undefined)) return null;
  return `no ${listed(labels.map((label) => nounOf(label ?? "")))}`;
}
