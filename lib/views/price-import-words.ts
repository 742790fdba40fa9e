import type { PriceSource } from "@/lib/schemas/catalog-origin";
import { sourceNames } from "./catalog-words";

export const importIsForEditors = "Prices are imported by editors. Ask one for it.";

export const sourceChoices = [
  { value: "litellm", label: `${sourceNames.litellm}: model_prices_and_context_window.json` },
  { value: "openrouter", label: `${sourceNames.openrouter}: the answer of /api/v1/models` },
  { value: "skypilot", label: `${sourceNames.skypilot}: vms.csv of one cloud` },
] as const;

export const importHelp =
  "What is accepted becomes entries of your organization. What is suspicious is used only when you tick it.";
export const observedHelp = "The files carry no date: from the file’s name, or its last change.";
export const notImported = "Nothing was imported";

/** What a file seems to be, by how it begins; null where it could be anything. */
export function guessSource(beginning: string): PriceSource | null {
  if (beginning.includes("litellm_provider") || beginning.includes("sample_spec")) return "litellm";
  if (/^\W*"?InstanceType/.test(beginning) || beginning.includes("AcceleratorName"))
    return "skypilot";
  return /^\s*\{\s*"data"/.test(beginning) || beginning.includes('"pricing"') ? "openrouter" : null;
}

/** When the prices were seen: a day in the name that has been, else the last change. */
export function guessObserved(
  { name, changedOn }: { readonly name: string; readonly changedOn: string },
  today: string,
): string {
  const named = name.match(/\d{4}-\d{2}-\d{2}/g)?.findLast((day) => day <= today && isDay(day));
  return named ?? (changedOn <= today ? changedOn : today);
}

const isDay = (text: string) => !Number.isNaN(new Date(`${text}T00:00:00Z`).getTime());

/** `aws_vms.csv` is about aws. */
export const guessProvider = (name: string): string =>
  /^([a-z]+)[_.-]/.exec(name.toLowerCase())?.[1]?.replace(/^vms$/, "") ?? "";
