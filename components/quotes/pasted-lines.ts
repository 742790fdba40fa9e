import { emptyLine, type LineDraft } from "./quote-draft";

type Field = "description" | "partNumber" | "quantity" | "unit" | "unitPrice" | "discount";

const heads: readonly (readonly [Field, RegExp])[] = [
  ["unitPrice", /price|preis|prix|each/i],
  ["quantity", /^(qty|quantity|menge|anzahl|amount)/i],
  ["partNumber", /part|sku|article|item no|number/i],
  ["discount", /discount|rabatt/i],
  ["unit", /^unit$|uom/i],
  ["description", /desc|item|product|bezeichnung/i],
];

const unheaded: Readonly<Record<number, readonly Field[]>> = {
  2: ["description", "unitPrice"],
  3: ["description", "quantity", "unitPrice"],
};
const inFull: readonly Field[] = ["description", "partNumber", "quantity", "unitPrice"];

/** Rows copied from a spreadsheet; null for what is no table, which is then pasted as text. */
export function pastedLines(text: string): readonly LineDraft[] | null {
  const rows = text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((row) => row.split("\t"));
  const [first = []] = rows;
  if (first.length < 2) return null;
  const named = first.map((cell) => heads.find(([, words]) => words.test(cell.trim()))?.[0]);
  const hasHead = named.includes("description") && named.filter(Boolean).length >= 2;
  const fields = hasHead ? named : (unheaded[first.length] ?? inFull);
  return rows
    .slice(hasHead ? 1 : 0)
    .filter((row) => row.some((cell) => cell.trim() !== ""))
    .map((row) => ({
      ...emptyLine(),
      category: "other",
      ...Object.fromEntries(
        fields.flatMap((field, index) => (field ? [[field, (row[index] ?? "").trim()]] : [])),
      ),
    }));
}
