import { type QuoteCategory, quoteCategories, type Recurrence } from "@/lib/schemas/quote";
import { bareHeader } from "./header-words";
import { remembering } from "./remembering";

const categories: readonly (readonly [QuoteCategory, RegExp])[] = [
  ["support", /support|maintenance|wartung|warranty|garantie|\bcare\b|assistance|soporte/],
  ["installation", /install|montage|commission|inbetriebnahme|deploy|racking|burn in/],
  ["software", /software|licen[cs]e|lizenz|licence|licencia|subscription/],
  [
    "network",
    /network|netz|switch|\bnic\b|infiniband|ethernet|cable|kabel|transceiver|optic|reseau|\bred\b/,
  ],
  ["storage", /storage|speicher|ssd|nvme|disk|flash|stockage|almacen/],
  ["rack", /rack|pdu|cabinet|schrank|cooling|kuhlung|cdu|baie/],
  ["server", /server|node|compute|chassis|\bhgx\b|\bdgx\b|serveur|servidor/],
  [
    "accelerator",
    /gpu|accelerator|beschleuniger|\btpu\b|\bh[12]00\b|\bb[123]00\b|\bgb[23]00\b|\bmi3/,
  ],
  [
    "service",
    /service|consult|training|dienstleist|freight|shipping|fracht|versand|prestation|servicio/,
  ],
  ["other", /^(other|misc|miscellaneous|sonstiges|divers|autre|otros)$/],
];

/** The category that a word means; null where nobody can say. */
export const categoryOf = remembering((text: string): QuoteCategory | null => {
  const bare = bareHeader(text);
  const own = quoteCategories.find((category) => category === bare);
  return own ?? categories.find(([, words]) => words.test(bare))?.[0] ?? null;
});

const recurrences: readonly (readonly [Recurrence, RegExp])[] = [
  ["monthly", /month|monat|mtl|mensuel|mensual|mensile|\bmrc\b|\bpm\b/],
  ["yearly", /year|annual|annuel|anual|annuo|jahr|\bp ?a\b|\barc\b|\byrc\b/],
  [
    "one-off",
    /\bonce\b|one (off|time)|onetime|einmal|unique|unico|\bnrc\b|non recurring|purchase|kauf|capex|hardware/,
  ],
];

/** How often it is paid; null where the words do not say. */
export const recurrenceOf = remembering((text: string): Recurrence | null => {
  const bare = bareHeader(text);
  return recurrences.find(([, words]) => words.test(bare))?.[0] ?? null;
});

/** "36", "36 months", "3 years". */
export const monthsOf = remembering((text: string): number | null => {
  const [, count, unit = ""] =
    /^(\d{1,3})(?: ?(months?|monate?|mois|mo|m|years?|jahre?|ans?|yrs?|y))?$/.exec(
      bareHeader(text),
    ) ?? [];
  if (count === undefined) return null;
  return Number(count) * (/^(y|j|a)/.test(unit) ? 12 : 1);
});

const unsaid =
  /^(-+|\u2013|\u2014|n ?\/? ?a\.?|tbd|tba|tbc|poa|on request|auf anfrage|a\. ?a\.|sur demande|price on request|unpriced|open|offen|\?)$/i;
const included =
  /^(incl(uded|\.)?|inkl(usive|\.)?|inclus|inclu[is]do|free|gratis|foc|n\/?c|no charge|kostenlos)$/i;
export const isUnsaid = (text: string): boolean => unsaid.test(text);
export const isIncluded = (text: string): boolean => included.test(text);

const sums =
  /^(grand |sub ?|net |total |gesamt ?|end ?|zwischen ?|netto ?|brutto ?)*(total|totaal|totale|summe|betrag|somme|suma)( (net|netto|gross|brutto|ht|ttc|excl|incl|exkl|inkl|excluding|including|price|amount|vat|tax|mwst|ust|tva|in|of|the|quote|value|order|[a-z]{3}))*$/;
const taxes =
  /^(plus |zzgl |inkl |incl )?(vat|mwst|ust|sales tax|tax|tva|iva|gst|btw)( ?\d+( \d+)?)?( ?%)?( \d+)?$/;

/** "Total excl. VAT", "MwSt. 19 %": what sums lines up, and is none. */
export const isSum = (text: string): boolean => sumKind(text) !== null;

/** Whether a sum is of all that stands above it, of a part, or of tax alone; null for what is no sum. */
export function sumKind(text: string): "total" | "part" | "tax" | null {
  const bare = bareHeader(text);
  if (taxes.test(bare)) return "tax";
  if (!sums.test(bare)) return null;
  return /^(sub|zwischen)/.test(bare) ? "part" : "total";
}

/** Whether a total says that tax is in it, or that it is not; null where it says neither. */
export function saysTax(text: string): boolean | null {
  const bare = bareHeader(text);
  if (/\b(excl|excluding|exkl|ohne|net|netto|ht|before|zzgl)\b/.test(bare)) return false;
  return /\b(incl|including|inkl|mit|gross|brutto|ttc)\b/.test(bare) ? true : null;
}
