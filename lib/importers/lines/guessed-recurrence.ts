import type { Recurrence } from "@/lib/schemas/quote";
import { bareHeader } from "./header-words";
import { remembering } from "./remembering";

type Paid = Exclude<Recurrence, "one-off">;

/** Units that a price is for one of: "pc/yr" and "per year"; a "year" alone may as well be a quantity of years. */
const spans: readonly (readonly [Paid, string])[] = [
  ["yearly", "years?|yrs?|annum|jahr|an|ano|anno"],
  ["monthly", "months?|mth|mo|monat|mois|mes|mese"],
];
const said: readonly (readonly [Paid, RegExp])[] = [
  [
    "yearly",
    /(?<!(semi|half|bi) )\b(yearly|annual|annually|jahrlich|jahrl|jaehrlich|annuel|annuelle|anual|annuale)\b/,
  ],
  [
    "monthly",
    /(?<!(semi|half|bi) )\b(monthly|monatlich|monatl|mtl|mensuel|mensuelle|mensual|mensile)\b/,
  ],
];
const forEach = spans.map(
  ([paid, names]) =>
    [paid, new RegExp(`(\\/ ?|\\b(per|pro|je|par|por|a|each) )(${names})\\b`)] as const,
);
const perYear = /\bp\.? ?a\.(?!\p{L})/u;
/** Most texts have none of it, and are not looked at any further. */
const hint =
  /\/|y(ea)?r|annu|anual|j(ä|a\u0308|ae?)hr|m(on|ens|ois|tl)|\b(per|pro|je|par|por)\b|p\.? ?a\./i;

/** How often the words of a unit or a description say that it is paid; null where they say nothing, or both. */
export const guessedRecurrence = remembering((text: string): Paid | null => {
  if (!hint.test(text)) return null;
  const low = text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const bare = bareHeader(text);
  const found = new Set<Paid>();
  for (const [paid, words] of forEach) if (words.test(low)) found.add(paid);
  for (const [paid, words] of said) if (words.test(bare)) found.add(paid);
  if (perYear.test(low.trim())) found.add("yearly");
  const [only = null] = found;
  return found.size === 1 ? only : null;
});
