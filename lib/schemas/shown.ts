import type { FieldSpec, Unit } from "./figure";

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/** A number as a message writes it: at most 10 significant digits, thousands apart, a true minus. */
export function shownNumber(value: number): string {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "infinite" : "infinitely negative";
  const plain = String(Number(value.toPrecision(10)));
  if (plain.includes("e")) return plain.replaceAll("-", "\u2212");
  const [whole = "", decimals] = plain.replace("-", "").split(".");
  const text = decimals === undefined ? grouped(whole) : `${grouped(whole)}.${decimals}`;
  return value < 0 ? `\u2212${text}` : text;
}

const suffixes: Partial<Record<Unit, string>> = {
  fraction: "%",
  fractionPerYear: "%",
  months: " months",
  hoursPerDay: " hours",
  watts: " W",
  kilowatts: " kW",
  gigabytes: " GB",
};

const isShare = (unit: Unit) => unit === "fraction" || unit === "fractionPerYear";

/** A stored value in the unit that people see: a fraction as a percentage. */
export function shownValue(spec: FieldSpec, value: number): string {
  const seen = isShare(spec.unit) ? value * 100 : value;
  const suffix = Number.isFinite(seen) ? (suffixes[spec.unit] ?? "") : "";
  return shownNumber(seen) + (seen === 1 ? suffix.replace(/s$/, "") : suffix);
}

/** "0 to 40%", "1 to 120 months". */
export function shownBounds(spec: FieldSpec): string {
  const min = shownNumber(isShare(spec.unit) ? spec.min * 100 : spec.min);
  return `${min} to ${shownValue(spec, spec.max)}`;
}

const printable = (text: string) => text.replace(/[\p{Control}\p{Surrogate}]/gu, "\uFFFD");

/** Any value that came in, short enough for a sentence. */
export function shownInput(value: unknown): string {
  if (typeof value === "number") return shownNumber(value);
  if (typeof value === "string")
    return value.trim() === ""
      ? "empty"
      : `\u201c${printable(value.length > 40 ? `${value.slice(0, 40)}\u2026` : value)}\u201d`;
  if (typeof value === "boolean") return String(value);
  if (value === null || value === undefined) return "empty";
  return Array.isArray(value) ? "a list" : "a group of fields";
}

/** "a, b or c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known word that an unknown one most likely means. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 60) return undefined;
  const ranked = known
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.candidate;
}
