import { figureOf } from "@/lib/catalog/entries";
import type { KindField } from "@/lib/catalog/fields-of-kind";
import type { CatalogRecord } from "@/lib/catalog/schema";
import type { CatalogKind } from "@/lib/schemas/catalog-kind";
import type { EvidenceClass } from "@/lib/schemas/figure";

/** A number as it is typed: text that is no number stays as it was written. */
export type DraftNumber = number | string | null;
export type FigureDraft = {
  readonly value: DraftNumber;
  readonly low: DraftNumber;
  readonly high: DraftNumber;
  /** The range that a value outside of it took away. */
  readonly leftOut?: { readonly low: DraftNumber; readonly high: DraftNumber };
};

export const subjectFields = ["provider", "accelerator", "model", "region"] as const;
export type SubjectField = (typeof subjectFields)[number];

/**
 * A new value outside of the range that stood for the old one takes that range away; it comes back with a
 * value that lies in it again.
 */
export function withinRange(figure: FigureDraft): FigureDraft {
  const { value, low, high, leftOut } = figure;
  if (isOutside(figure)) return { value, low: null, high: null, leftOut: { low, high } };
  const isBack = leftOut && low === null && high === null && isNumber(value);
  return isBack && !isOutside({ value, ...leftOut }) ? { value, ...leftOut } : figure;
}

const isOutside = ({ value, low, high }: Omit<FigureDraft, "leftOut">) =>
  isNumber(value) && ((isNumber(low) && value < low) || (isNumber(high) && value > high));

/** A record while it is being edited. */
export type RecordDraft = {
  readonly kind: CatalogKind;
  readonly label: string;
  readonly subject: Readonly<Record<SubjectField, string>>;
  readonly currency: string;
  readonly figures: Readonly<Record<string, FigureDraft>>;
  readonly evidence: EvidenceClass;
  readonly source: string;
  readonly url: string;
  readonly date: string;
  readonly note: string;
};

export const noFigure: FigureDraft = { value: null, low: null, high: null };

export function emptyDraft(kind: CatalogKind, today: string): RecordDraft {
  return {
    ...{ kind, label: "", currency: "USD", figures: {} },
    subject: { provider: "", accelerator: "", model: "", region: "" },
    ...{ evidence: "quoted", source: "", url: "", date: today, note: "" },
  };
}

/** The figures of a shared record to begin with; who says otherwise names a source of their own. */
export const draftOver = (shared: CatalogRecord, today: string): RecordDraft => ({
  ...draftOf(shared),
  ...{ evidence: "quoted", source: "", url: "", date: today, note: "" },
});

export function draftOf(record: CatalogRecord): RecordDraft {
  const { kind, label, subject, evidence, source, url = "", date, note = "" } = record;
  const { provider = "", accelerator = "", model = "", region = "", currency = "USD" } = subject;
  const figures = Object.entries(record.figures).map(([field, { value, low, high }]) => [
    field,
    { value, low: low ?? null, high: high ?? null },
  ]);
  return {
    ...{ kind, label, currency, evidence, source, url, date, note },
    subject: { provider, accelerator, model, region },
    figures: Object.fromEntries(figures),
  };
}

export type DraftIssues = Readonly<Record<string, string>>;
export type DraftReading =
  | { readonly ok: true; readonly record: CatalogRecord }
  | { readonly ok: false; readonly issues: DraftIssues };

type About = {
  readonly id: string;
  readonly fields: readonly KindField[];
  readonly shared: CatalogRecord | null;
};

/**
 * The record that a draft makes. A figure that says what the shared record says keeps that one's source;
 * all others have the source and day of the draft.
 */
export function readDraft(draft: RecordDraft, { id, fields, shared }: About): DraftReading {
  const issues: Record<string, string> = { ...plainIssues(draft) };
  const figures: Record<string, CatalogRecord["figures"][string]> = {};
  for (const { field, unit } of fields) {
    const { value, low, high } = draft.figures[field] ?? noFigure;
    const known = shared?.figures[field];
    if (value === null && !known) continue;
    const issue = figureIssue({ value, low, high });
    if (issue) issues[`figures.${field}`] = issue;
    const given = numbersOf({ value, low, high });
    figures[field] =
      shared && known && isSame(known, given)
        ? { ...figureOf(shared, known), unit: known.unit }
        : { unit, ...given };
  }
  if (Object.keys(figures).length === 0) issues.figures = "Enter at least one figure.";
  if (Object.keys(issues).length > 0) return { ok: false, issues };
  const { kind, label, evidence, source, url, date, note } = draft;
  const record: CatalogRecord = {
    ...{ id, kind, label: label.trim(), subject: subjectOf(draft, shared), evidence },
    ...{ source: source.trim(), date, figures },
    ...(url.trim() && { url: url.trim() }),
    ...(note.trim() && { note: note.trim() }),
  };
  return { ok: true, record };
}

function plainIssues({ label, source, url, date }: RecordDraft): DraftIssues {
  return {
    ...(label.trim() === "" && { label: "Name the entry." }),
    ...(source.trim() === "" && { source: "Say where the figures are from." }),
    ...(url.trim() !== "" &&
      !/^https?:\/\//.test(url.trim()) && { url: "Start the address with https://." }),
    ...(!/^\d{4}-\d{2}-\d{2}$/.test(date) && { date: "Give the day on which it was seen." }),
  };
}

function figureIssue({ value, low, high }: FigureDraft): string | null {
  const wrong = [value, low, high].find((part) => typeof part === "string");
  if (wrong !== undefined) return `“${wrong}” is no number.`;
  if (value === null)
    return low === null && high === null ? null : "Give the value that the range is about.";
  const [least, most] = [low ?? value, high ?? value];
  return least <= value && value <= most ? null : "The value lies outside of its range.";
}

const isNumber = (part: DraftNumber): part is number => typeof part === "number";

const numbersOf = ({ value, low, high }: FigureDraft) => ({
  value: isNumber(value) ? value : null,
  ...(isNumber(low) && { low }),
  ...(isNumber(high) && { high }),
});

type Numbers = {
  readonly value: number | null;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
};
const isSame = (a: Numbers, b: Numbers) =>
  a.value === b.value && a.low === b.low && a.high === b.high;

function subjectOf(
  { subject, currency }: RecordDraft,
  shared: CatalogRecord | null,
): CatalogRecord["subject"] {
  const named = subjectFields.flatMap((field) => {
    const name = subject[field].trim();
    return name ? [[field, name] as const] : [];
  });
  const { provider: _p, accelerator: _a, model: _m, region: _r, ...kept } = shared?.subject ?? {};
  return {
    ...kept,
    ...Object.fromEntries(named),
    ...(currency !== "USD" || kept.currency ? { currency } : {}),
  };
}
