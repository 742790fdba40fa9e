import type { QuoteCategory } from "@/lib/schemas/quote";
import { bareHeader } from "./header-words";
import { remembering } from "./remembering";

/** What is said to come with a thing, or what it is for, is not the thing. */
const aside = /[,;(]|\b(incl|including|inkl|with|mit|w\/|for|fur|für|pour|para|avec)\b/i;

/** Work and rights: they name a thing they are done to, so they are looked for first. */
const acts: readonly (readonly [QuoteCategory, RegExp])[] = [
  ["service", /\b(freight|shipping|shipment|fracht|versand|delivery|lieferung|transport)/],
  ["installation", /\b(install|montage|commission|inbetriebnahme|deploy|racking|burn in)/],
  [
    "support",
    /\b(support|maintenance|wartung|warranty|garantie|next business day|nbd|24x7|24 7|care pack)\b/,
  ],
  ["software", /\b(software|licen[cs]es?|lizenz(en)?|subscriptions?)\b/],
  ["service", /\b(consulting|training|professional services?|dienstleistung)/],
];

/** Things: of several in one name the last is what it is, as in "GPU server", "server rack" and "rack server". */
const things: readonly (readonly [QuoteCategory, RegExp])[] = [
  ["server", /servers?\b|\bnodes?\b|\bchassis\b|serveurs?\b|servidor(es)?\b|knoten\b/g],
  [
    "network",
    /switch(es)?\b|\bnics?\b|router\b|infiniband\b|ethernet\b|\bcables?\b|kabel\b|transceivers?\b|optics?\b|\bdac\b|\bnetwork(ing)?\b|netzwerk\b/g,
  ],
  [
    "storage",
    /storage\b|speicher\b|\bssds?\b|nvme\b|\bdisks?\b|\bdrives?\b|festplatten?\b|memory\b|\bdimms?\b|\bram\b|ddr[45]\b/g,
  ],
  [
    "rack",
    /\bracks?\b|schrank\b|cabinets?\b|\bpdus?\b|\bups\b|power (supply|distribution|strip|shelf)\b|\bpower\b|cooling\b|kuhlung\b|\bcdu\b|baie\b/g,
  ],
  ["accelerator", /\bgpus?\b|accelerators?\b|beschleuniger\b|\btpus?\b/g],
];

/** Names of systems and of chips, where no word says what it is. */
const models: readonly (readonly [QuoteCategory, RegExp])[] = [
  ["server", /\b(hgx|dgx|mgx|poweredge|proliant|supermicro)\b/],
  ["accelerator", /\b(h[12]00|b[123]00|gb[23]00|mi3\d\d[a-z]?|l40s?|a100)\b/],
];

/** The category that words of a description speak for; null where none does. Never taken without being shown. */
export const guessedCategory = remembering((description: string): QuoteCategory | null => {
  const end = description.search(aside);
  const main = end < 0 ? description : description.slice(0, end);
  return guessIn(bareHeader(main)) ?? (end < 0 ? null : guessIn(bareHeader(description)));
});

function guessIn(bare: string): QuoteCategory | null {
  return firstIn(acts, bare) ?? lastThingIn(bare) ?? firstIn(models, bare);
}

function firstIn(
  said: readonly (readonly [QuoteCategory, RegExp])[],
  bare: string,
): QuoteCategory | null {
  for (const [category, words] of said) if (words.test(bare)) return category;
  return null;
}

function lastThingIn(bare: string): QuoteCategory | null {
  let last: QuoteCategory | null = null;
  let end = 0;
  for (const [category, words] of things) {
    words.lastIndex = 0;
    while (words.test(bare))
      if (words.lastIndex > end) {
        last = category;
        end = words.lastIndex;
      }
  }
  return last;
}
