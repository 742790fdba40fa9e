import type { ImportField } from "@/lib/schemas/lines-import";

type Words = readonly (readonly [field: ImportField, strength: number, words: RegExp])[];

/** A header in small letters, without accents and signs: "Prix unit. (€)" is "prix unit". */
export const bareHeader = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();

const number = "(no|nr|num|number|nummer|numero|code|id|n)";

/** What headers say in the languages that quotes come in, the surest word first. */
const words: Words = [
  [
    "description",
    5,
    /^(line )?(item )?(description|designation|bezeichnung|beschreibung|descripcion|descrizione|omschrijving|artikelbezeichnung|libelle)$/,
  ],
  [
    "partNumber",
    5,
    new RegExp(
      `\\b(part|p n|pn|sku|mpn|artikel|article|art|product|produkt|item|material|bestell|catalog|codigo|codice|manufacturer) ?${number}\\b`,
    ),
  ],
  [
    "partNumber",
    5,
    /^(sku|mpn|pn|p n|part|artikelnummer|artnr|bestellnummer|materialnummer|sachnummer|teilenummer|referencia|reference|ref|riferimento)$/,
  ],
  [
    "lineTotal",
    5,
    /\b(line|extended|ext|net|total|gesamt) ?(total|price|amount|preis|betrag|cost)\b|gesamtpreis|zeilensumme|(price|preis|prix|precio|prezzo|amount|betrag) (total|gesamt)$|importe|montant|importo|totaal|betrag/,
  ],
  ["lineTotal", 4, /^(total|sum|summe|gesamt|amount|subtotal|zwischensumme)\b|金额|合計/],
  [
    "unitPrice",
    6,
    /\b(unit|net unit|unit net|your|offer|quoted|quote) ?(price|cost)\b|price (per|a) unit|price each|einzelpreis|stuckpreis|einheitspreis|prix unit|precio unit|prezzo unit|stukprijs|eenheidsprijs|单价|単価/,
  ],
  [
    "unitPrice",
    4,
    /^(net price|nettopreis|preis netto|each|ep|pu|e preis|pu ht|price|preis|prix|precio|prezzo|prijs|cost|kosten|rate)\b/,
  ],
  ["unitPrice", 1, /list ?price|msrp|rrp|listenpreis|prix catalogue/],
  [
    "quantity",
    5,
    /^(qty|quantity|menge|anzahl|stuckzahl|quantite|qte|cantidad|cant|quantita|aantal|pcs|count|quantities)\b|数量/,
  ],
  ["quantity", 3, /\b(qty|quantity|menge|anzahl)\b|^(units|stuck|stk)$/],
  [
    "unit",
    5,
    /^(unit|uom|unit of measure|einheit|mengeneinheit|me|unite|unidad|unita|eenheid|单位|単位)$/,
  ],
  [
    "discount",
    5,
    /^(?!.*(amount|betrag|montant|price|preis)).*(discount|rabatt|nachlass|remise|descuento|dto|sconto|korting|\bdisc\b)/,
  ],
  [
    "recurrence",
    5,
    /recurr|billing|charge type|frequenc|zahlungsweise|abrechnung|turnus|periodic|price type|one off|einmalig|paid|facturation/,
  ],
  [
    "months",
    5,
    /^(months|monate|mois|meses|mesi|maanden|term|laufzeit|duree|duration|contract term|term in months|term months|plazo|durata|looptijd)\b/,
  ],
  ["startsOn", 5, /^(start|begin|beginn|debut|inicio|inizio)\b|^(from|von)$|service start/],
  ["endsOn", 5, /^(end|ende|fin|fine|einde|until|bis)\b( date)?|service end/],
  [
    "tax",
    5,
    /^(?!.*(amount|betrag|montant|incl|excl|inkl|exkl)).*\b(tax|vat|mwst|ust|tva|iva|btw|gst|umsatzsteuer|mehrwertsteuer|moms)\b/,
  ],
  ["currency", 5, /^(currency|curr|ccy|wahrung|waehrung|devise|moneda|valuta|monnaie|币种|通貨)\b/],
  [
    "category",
    5,
    /^(category|kategorie|warengruppe|produktgruppe|categorie|categoria|product (type|group|family)|class|group|gruppe|famille)\b/,
  ],
  ["category", 2, /^(type|typ|art)$/],
  [
    "freight",
    5,
    /^(freight|shipping|fracht|versand|frachtkosten|versandkosten|transport|port|flete|trasporto|vracht|delivery (cost|charge))\b/,
  ],
  ["description", 3, /description|bezeichnung|beschreibung|designation|品名|説明|描述/],
  [
    "description",
    2,
    /^(item|items|product|produkt|produit|producto|prodotto|artikel|article|name|details|leistung|position text|goods|service|title)\b/,
  ],
];

export type Match = { readonly field: ImportField; readonly strength: number };

/** What a header may be the name of, with how sure that is. */
export function matchesOf(header: string): readonly Match[] {
  const bare = bareHeader(header);
  if (bare === "" || bare.length > 60) return [];
  return words.flatMap(([field, strength, pattern]) =>
    pattern.test(bare) ? [{ field, strength }] : [],
  );
}
